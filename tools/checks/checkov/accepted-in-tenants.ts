import type { AcceptedFinding } from "./accepted-findings";

const ENGINES = ["mysql", "postgres"];
const INSTANCES = ENGINES.map((engine) => `tenant-*: aws_db_instance.own_${engine}-*_instance`);
const AURORA = "tenant-*: aws_rds_cluster.own_postgres-*_cluster";
const AURORA_INSTANCES = "tenant-*: aws_rds_cluster_instance.own_postgres-*_instance-*";
const SEARCH = "tenant-*: aws_opensearch_domain.own_search-*_domain";
const ZONES = "tenant-*: aws_route53_zone.own_zone-*_zone";

const CDNS = "tenant-*: aws_cloudfront_distribution.own_cdn-*_distribution";

/** Findings on distributions of CloudFront, and on what stands before them. */
const ON_CDNS: readonly AcceptedFinding[] = [
  {
    check: "CKV2_AWS_31",
    on: ["tenant-*: aws_wafv2_web_acl.own_cdn-*_firewall"],
    reason: "the access logs have each refused request, and AWS keeps samples for three hours",
  },
  {
    check: "CKV2_AWS_32",
    on: [CDNS],
    reason: "each has AWS's own policy of security headers by its id, of which Checkov knows nothing",
  },
  {
    check: "CKV2_AWS_47",
    on: [CDNS],
    reason:
      "a product asks for a firewall; each has AWSManagedRulesKnownBadInputsRuleSet, which Checkov does not see",
  },
  {
    check: "CKV_AWS_68",
    on: [CDNS],
    reason: "a product asks for a firewall: objects alone have nothing to attack",
  },
  {
    check: "CKV_AWS_86",
    on: [CDNS],
    reason:
      "CloudWatch delivers its access logs; CloudFront's older way needs a bucket with access control lists",
  },
  {
    check: "CKV_AWS_305",
    on: [CDNS],
    reason: "a product's own program answers for the root",
  },
  {
    check: "CKV_AWS_310",
    on: [CDNS],
    reason: "a product has one bucket or one host in one region",
  },
  {
    check: "CKV_AWS_374",
    on: [CDNS],
    reason: "the public reads it wherever it is",
  },
];

/** Findings on AWS resources of tenants that stay. */
export const ACCEPTED_IN_TENANTS: readonly AcceptedFinding[] = [
  ...ON_CDNS,
  {
    check: "CKV2_AWS_8",
    on: [AURORA],
    reason: "Aurora backs it up itself, for as many days as the product's file says",
  },
  {
    check: "CKV2_AWS_27",
    on: [AURORA],
    reason: "the log of every query would hold what people look for",
  },
  {
    check: "CKV2_AWS_38",
    on: [ZONES],
    reason: "signing needs records in the zone above, which others keep; a lost key takes every name down",
  },
  {
    check: "CKV2_AWS_39",
    on: [ZONES],
    reason: "Route 53 logs queries to us-east-1 only, where the platform has nothing; the names are public",
  },
  {
    check: "CKV2_AWS_52",
    on: [SEARCH],
    reason:
      "its policy admits the roles of the namespace's accounts by signed requests; it has no users of its own",
  },
  ...["CKV2_AWS_59", "CKV_AWS_318"].map((check) => ({
    check,
    on: [SEARCH],
    reason: "a domain has three data nodes at most; three more to lead them would double its price",
  })),
  ...["CKV_AWS_84", "CKV_AWS_317"].map((check) => ({
    check,
    on: [SEARCH],
    reason: "its logs would hold what people look for; CloudTrail has each change of the domain",
  })),
  {
    check: "CKV_AWS_118",
    on: [...INSTANCES, AURORA_INSTANCES],
    reason: "the alarms on it need no more than CloudWatch's own metrics",
  },
  {
    check: "CKV_AWS_129",
    on: INSTANCES,
    reason: "RDS keeps the engine's errors itself for days; a group in CloudWatch has no reader yet",
  },
  {
    check: "CKV_AWS_324",
    on: [AURORA],
    reason: "Aurora keeps the engine's errors itself for days; a group in CloudWatch has no reader yet",
  },
  {
    check: "CKV_AWS_353",
    on: [...INSTANCES.filter((on) => on.includes("postgres")), AURORA_INSTANCES],
    reason: "a product that tunes its statements switches them on, with insights of its file",
  },
];
