import { Wafv2WebAcl, type Wafv2WebAclRule } from "@cdktf/provider-aws/lib/wafv2-web-acl";
import type { Construct } from "constructs";
import type { CdnConfig } from "../../../settings/products/resources/cdn";
import { CLOUDFRONT_REGION } from "./us-east-1";

/**
 * Groups of rules that AWS keeps.
 *
 * @see https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html
 */
const GROUPS = [
  "AWSManagedRulesAmazonIpReputationList",
  "AWSManagedRulesKnownBadInputsRuleSet",
  "AWSManagedRulesCommonRuleSet",
];

/** Requests of one address in five minutes, where the file says nothing. */
const RATE = 2_000;

const seen = (metricName: string) => ({
  cloudwatchMetricsEnabled: true,
  metricName,
  sampledRequestsEnabled: true,
});

/**
 * Firewall before a distribution.
 *
 * @see https://docs.aws.amazon.com/waf/latest/developerguide/cloudfront-features.html
 */
export const firewall = (
  scope: Construct,
  { name, settings }: { readonly name: string; readonly settings: NonNullable<CdnConfig["firewall"]> },
): Wafv2WebAcl =>
  new Wafv2WebAcl(scope, "firewall", {
    region: CLOUDFRONT_REGION,
    name,
    scope: "CLOUDFRONT",
    defaultAction: { allow: {} },
    rule: [
      rateRule(settings.requestsPerFiveMinutes ?? RATE),
      ...GROUPS.map((group, index) => groupRule(group, index + 1)),
    ],
    visibilityConfig: seen(name),
  });

/** CDKTF hands a statement on as it is, with the names that Terraform has for its parts. */
const rateRule = (limit: number): Wafv2WebAclRule => ({
  name: "rate",
  priority: 0,
  action: { block: {} },
  statement: { rate_based_statement: { limit, aggregate_key_type: "IP", evaluation_window_sec: 300 } },
  visibilityConfig: seen("rate"),
});

const groupRule = (name: string, priority: number): Wafv2WebAclRule => ({
  name,
  priority,
  overrideAction: { none: {} },
  statement: { managed_rule_group_statement: { vendor_name: "AWS", name } },
  visibilityConfig: seen(name),
});
