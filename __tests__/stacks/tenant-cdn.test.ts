import { AcmCertificate } from "@cdktf/provider-aws/lib/acm-certificate";
import { CloudfrontDistribution } from "@cdktf/provider-aws/lib/cloudfront-distribution";
import { CloudfrontOriginAccessControl } from "@cdktf/provider-aws/lib/cloudfront-origin-access-control";
import { CloudwatchLogDeliverySource } from "@cdktf/provider-aws/lib/cloudwatch-log-delivery-source";
import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { Wafv2WebAcl } from "@cdktf/provider-aws/lib/wafv2-web-acl";
import { describe, expect, it } from "vitest";
import { riverPlatform } from "../support/river-authority";
import { tenantStack } from "../support/tenant-stack";
import { objectsOf } from "../support/tenant-stacks";

const live = riverPlatform["tenant-live-flood-warnings-live"]!;
const distributions = live.named(CloudfrontDistribution);
const advice = distributions["own_cdn-advice_distribution"]!;
const site = distributions["own_cdn-site_distribution"]!;
const ADVICE_ARN = "${aws_cloudfront_distribution.own_cdn-advice_distribution.arn}";
const SITE_ARN = "${aws_cloudfront_distribution.own_cdn-site_distribution.arn}";

interface Statement {
  readonly Action: string[];
  readonly Resource: string[];
  readonly Principal?: Readonly<Record<string, string>>;
  readonly Condition?: unknown;
}

const statementsOf = (policy: unknown): Statement[] =>
  (JSON.parse(policy as string) as { readonly Statement: Statement[] }).Statement;

const moduleNamed = (name: string) =>
  (live.json.module as Readonly<Record<string, { readonly policy_documents: string[] }>>)[name]!;

describe("the distribution of a tenant's bucket", () => {
  it("alone reads objects of the bucket, which it signs requests to", () => {
    const { policy_documents: documents } = moduleNamed("own_bucket-advice_bucket_bucket");

    expect(documents.flatMap(statementsOf)).toEqual([
      {
        Effect: "Allow",
        Principal: { Service: "cloudfront.amazonaws.com" },
        Action: ["s3:GetObject"],
        Resource: ["arn:aws:s3:::tenant-live--flood-warnings-live--advice-444455556666/*"],
        Condition: { StringEquals: { "aws:SourceArn": ADVICE_ARN } },
      },
    ]);
    expect(live.only(CloudfrontOriginAccessControl)).toMatchObject({
      signing_behavior: "always",
      signing_protocol: "sigv4",
    });
  });

  it("waits for no policy that names it, so that Terraform finds an order", () => {
    expect(advice.origin).toEqual([
      {
        domain_name: "${module.own_bucket-advice_bucket_bucket.domain}",
        origin_access_control_id: "${aws_cloudfront_origin_access_control.own_cdn-advice_origin-access.id}",
        origin_id: "origin",
      },
    ]);
    expect(JSON.stringify(advice)).not.toContain("aws_kms_key");
    expect(JSON.stringify(live.named(KmsKey)["own_encryption_key"])).not.toContain(ADVICE_ARN);
  });

  it("may decrypt what is in that bucket, and nothing else of the namespace", () => {
    const { policy } = live.named(KmsKey)["own_encryption_key"]!;
    const own = statementsOf(policy).filter(
      ({ Principal }) => Principal?.Service === "cloudfront.amazonaws.com",
    );

    expect(own.map(({ Action, Condition }) => [Action, Condition])).toEqual([
      [
        ["kms:Decrypt"],
        {
          ArnLike: {
            "aws:SourceArn": "arn:aws:cloudfront::444455556666:distribution/*",
            "kms:EncryptionContext:aws:s3:arn": [
              "arn:aws:s3:::tenant-live--flood-warnings-live--advice-444455556666",
              "arn:aws:s3:::tenant-live--flood-warnings-live--advice-444455556666/*",
            ],
          },
        },
      ],
    ]);
  });

  it("shows a page of the bucket for an object that does not exist", () => {
    expect(advice.default_root_object).toBe("index.html");
    expect(advice.custom_error_response).toMatchObject([
      { error_code: 403, response_code: 404, response_page_path: "/missing.html" },
      { error_code: 404, response_code: 404, response_page_path: "/missing.html" },
    ]);
  });
});

describe("the distribution of a tenant's host", () => {
  it("keeps nothing but the paths that the file names, and forwards no cookie there", () => {
    const cached = site.ordered_cache_behavior as Record<string, unknown>[];

    expect(cached).toHaveLength(1);
    expect(cached[0]).toMatchObject({
      path_pattern: "/assets/*",
      allowed_methods: ["GET", "HEAD"],
      cache_policy_id: "658327ea-f89d-4fab-a63d-7e88639e58f6",
    });
    expect(cached[0]).not.toHaveProperty("origin_request_policy_id");
    expect(site.default_cache_behavior).toMatchObject({
      cache_policy_id: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
      origin_request_policy_id: "b689b0a8-53d0-40ab-baf2-68738e2966ac",
    });
  });

  it("asks the host over TLS 1.2 alone", () => {
    expect(site.origin).toMatchObject([
      {
        domain_name: "warnings.river-authority.example",
        custom_origin_config: { origin_protocol_policy: "https-only", origin_ssl_protocols: ["TLSv1.2"] },
      },
    ]);
  });

  it("stands behind a firewall if the file asks for one", () => {
    const { scope, region, rule } = live.only(Wafv2WebAcl);
    const rules = rule as Record<string, unknown>[];

    expect(site.web_acl_id).toBe("${aws_wafv2_web_acl.own_cdn-site_firewall.arn}");
    expect(advice).not.toHaveProperty("web_acl_id");
    expect([scope, region]).toEqual(["CLOUDFRONT", "us-east-1"]);
    expect(rules[0]).toMatchObject({
      action: { block: {} },
      statement: { rate_based_statement: { limit: 1000, aggregate_key_type: "IP" } },
    });
    expect(rules.slice(1).map(({ name, statement }) => [name, statement])).toEqual(
      ["AmazonIpReputationList", "KnownBadInputsRuleSet", "CommonRuleSet"]
        .map((group) => `AWSManagedRules${group}`)
        .map((name) => [name, { managed_rule_group_statement: { vendor_name: "AWS", name } }]),
    );
  });
});

describe("every distribution of a tenant", () => {
  it("answers over HTTPS with TLS 1.2 or later, and says so to browsers", () => {
    for (const { viewer_certificate, default_cache_behavior, ordered_cache_behavior } of [advice, site]) {
      expect(viewer_certificate).toMatchObject({
        minimum_protocol_version: "TLSv1.2_2021",
        ssl_support_method: "sni-only",
      });
      for (const behaviour of [default_cache_behavior, ordered_cache_behavior ?? []].flat()) {
        expect(behaviour).toMatchObject({
          viewer_protocol_policy: "redirect-to-https",
          response_headers_policy_id: "67f7725c-6f97-4210-82d7-5512b31e9d03",
        });
      }
    }
  });

  it("has a certificate in the one region where CloudFront takes it, which its own zone proves", () => {
    expect(live.named(AcmCertificate)["own_cdn-advice_certificate"]).toMatchObject({
      domain_name: "advice.warnings.river-authority.example",
      region: "us-east-1",
    });
    expect(advice.viewer_certificate).toMatchObject({
      acm_certificate_arn: "${aws_acm_certificate_validation.own_cdn-advice_issued.certificate_arn}",
    });
  });

  it("has records of both versions of IP in the zone", () => {
    const own = Object.values(live.named(Route53Record)).filter(
      ({ name }) => name === "advice.warnings.river-authority.example",
    );

    expect(own.map(({ type, zone_id }) => [type, zone_id])).toEqual(
      ["A", "AAAA"].map((type) => [type, "${aws_route53_zone.own_zone-warnings_zone.zone_id}"]),
    );
  });

  it("has its requests written down for 30 days, in a bucket that takes nothing else", () => {
    const { policy_documents: documents, ...bucket } = moduleNamed("own_cdn-site_logs_bucket_bucket");

    expect(bucket).toMatchObject({ expire_after_days: 30, force_destroy: false });
    expect(documents.flatMap(statementsOf)).toMatchObject([
      {
        Principal: { Service: "delivery.logs.amazonaws.com" },
        Action: ["s3:PutObject"],
        Condition: {
          ArnLike: {
            "aws:SourceArn":
              "arn:aws:logs:us-east-1:444455556666:delivery-source:tenant-live--flood-warnings-live--site",
          },
        },
      },
    ]);
    expect(live.named(CloudwatchLogDeliverySource)["own_cdn-site_logs_source"]).toMatchObject({
      region: "us-east-1",
      log_type: "ACCESS_LOGS",
      resource_arn: SITE_ARN,
    });
  });

  it("has an alarm beside its metrics, with a topic there", () => {
    const topic = "arn:aws:sns:us-east-1:444455556666:tenants-alarms-live--flood-warnings-live";

    expect(live.named(CloudwatchMetricAlarm)["own_cdn-site_failures"]).toMatchObject({
      region: "us-east-1",
      metric_name: "5xxErrorRate",
      dimensions: { Region: "Global" },
      alarm_actions: [topic],
    });
    expect(live.named(SnsTopic)["own_cdn-alarms_alarms_topic"]).toMatchObject({
      region: "us-east-1",
      kms_master_key_id: "${aws_kms_key.own_cdn-alarms_encryption_key.arn}",
    });
  });

  it("may be emptied by the accounts that use it, and by no other", () => {
    const arnsIn = (role: string): string[] =>
      statementsOf(live.named(IamRolePolicy)[`own_account-${role}_role_permissions`]!.policy)
        .filter(({ Action }) => Action.includes("cloudfront:CreateInvalidation"))
        .flatMap(({ Resource }) => Resource);

    expect(arnsIn("sender")).toEqual([ADVICE_ARN, SITE_ARN]);
    expect(arnsIn("gauge-reader")).toEqual([]);
  });

  it("is told to programs by the ConfigMap", () => {
    expect(objectsOf(live).find(({ kind }) => kind === "ConfigMap")!.data).toMatchObject({
      CDN_ADVICE_ID: "${aws_cloudfront_distribution.own_cdn-advice_distribution.id}",
      CDN_ADVICE_URL: "https://advice.warnings.river-authority.example",
      CDN_ADVICE_LOGS_BUCKET: "tenant-live--flood-warnings-live--advice--access-logs-b22db68f",
    });
  });

  it("is kept on a live cluster, and elsewhere not", () => {
    const lines = `serviceAccounts: [web], resources: { zone: { own: { domain: tide.maps.example } }, bucket: { pages: {} }, cdn: { site: { zone: own, hosts: [www.tide.maps.example], origin: { bucket: pages } } } }`;
    const kept = (isLive: boolean) =>
      (tenantStack(lines, { live: isLive }).only(CloudfrontDistribution).lifecycle as Record<string, unknown>)
        .prevent_destroy;

    expect([kept(true), kept(false)]).toEqual([true, false]);
  });
});
