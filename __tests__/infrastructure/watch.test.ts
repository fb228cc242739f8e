import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { CloudwatchEventTarget } from "@cdktf/provider-aws/lib/cloudwatch-event-target";
import { FlowLog } from "@cdktf/provider-aws/lib/flow-log";
import { GuarddutyDetectorFeature } from "@cdktf/provider-aws/lib/guardduty-detector-feature";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { SnsTopicPolicy } from "@cdktf/provider-aws/lib/sns-topic-policy";
import { SnsTopicSubscription } from "@cdktf/provider-aws/lib/sns-topic-subscription";
import { describe, expect, it } from "vitest";
import { FlowLogs } from "../../src/infrastructure/flow-logs";
import { ThreatDetector } from "../../src/infrastructure/threat-detector";
import { type LOWEST_SEVERITY, ThreatNotices } from "../../src/infrastructure/threat-notices";
import { matchesEvent } from "../support/event-pattern";
import { Terraform } from "../support/terraform";

describe("FlowLogs", () => {
  const terraform = Terraform.of(
    (scope) =>
      new FlowLogs(scope, "flow-logs", {
        vpcId: "vpc-1",
        bucket: "govuk-test-flow-logs",
        retentionDays: 731,
        forceDestroy: false,
      }),
  );

  it("records what is admitted and what is refused", () => {
    expect(terraform.only(FlowLog)).toMatchObject({
      vpc_id: "vpc-1",
      traffic_type: "ALL",
      log_destination_type: "s3",
    });
  });

  it("keeps records for as long as the cluster's logs, in a bucket that the account's log service alone fills", () => {
    const [bucket] = Object.values(terraform.json.module as Record<string, Record<string, unknown>>);

    expect(bucket).toMatchObject({ name: "govuk-test-flow-logs", expire_after_days: 731 });
    const policy = JSON.stringify(bucket!.policy_documents);
    expect(policy).toContain("delivery.logs.amazonaws.com");
    expect(policy).toContain("aws:SourceAccount");
  });
});

describe("ThreatDetector", () => {
  it("judges audit logs, and programs as they run by an agent that GuardDuty keeps", () => {
    const terraform = Terraform.of((scope) => new ThreatDetector(scope, "threats"));

    expect(
      terraform.all(GuarddutyDetectorFeature).map(({ name, status }) => [name, status] as unknown[]),
    ).toEqual([
      ["EKS_AUDIT_LOGS", "ENABLED"],
      ["RUNTIME_MONITORING", "ENABLED"],
    ]);
    expect(terraform.all(GuarddutyDetectorFeature)[1]!.additional_configuration).toEqual([
      { name: "EKS_ADDON_MANAGEMENT", status: "ENABLED" },
    ]);
  });
});

describe("ThreatNotices", () => {
  const noticesOf = (severity: keyof typeof LOWEST_SEVERITY, emailSecret: string | false = "alarms/email") =>
    Terraform.of(
      (scope) =>
        new ThreatNotices(scope, "threat-notices", {
          clusterName: "govuk",
          accountId: "123456789012",
          region: "eu-west-1",
          severity,
          emailSecret,
        }),
    );
  const terraform = noticesOf("medium");
  const finding = (severity: number) => ({
    source: "aws.guardduty",
    "detail-type": "GuardDuty Finding",
    detail: { severity, type: "PrivilegeEscalation:Kubernetes/PrivilegedContainer" },
  });

  it.each([
    ["low", 1, true],
    ["medium", 3.9, false],
    ["medium", 4, true],
    ["high", 6.9, false],
    ["high", 7, true],
    ["critical", 8.9, false],
    ["critical", 9.5, true],
  ] as const)("from %s: a finding of severity %d is told: %s", (from, severity, told) => {
    const rule = noticesOf(from);

    expect(
      matchesEvent(JSON.parse(rule.only(CloudwatchEventRule).event_pattern as string), finding(severity)),
    ).toBe(told);
  });

  it("tells nothing but findings of GuardDuty", () => {
    const pattern = JSON.parse(terraform.only(CloudwatchEventRule).event_pattern as string);

    expect(matchesEvent(pattern, { ...finding(8), source: "aws.health" })).toBe(false);
    expect(matchesEvent(pattern, { ...finding(8), "detail-type": "GuardDuty Malware Scan" })).toBe(false);
  });

  it("lets its one rule publish to the topic, and no other", () => {
    const [statement, ...others] = JSON.parse(terraform.only(SnsTopicPolicy).policy as string).Statement;

    expect(others).toEqual([]);
    expect(statement).toMatchObject({
      Principal: { Service: "events.amazonaws.com" },
      Action: ["sns:Publish"],
      Condition: { ArnEquals: { "aws:SourceArn": expect.stringContaining("aws_cloudwatch_event_rule") } },
    });
  });

  it("encrypts findings with a key that EventBridge may use for this topic alone", () => {
    const { name, kms_master_key_id } = terraform.only(SnsTopic);
    const [, events] = JSON.parse(terraform.only(KmsKey).policy as string).Statement;

    expect(kms_master_key_id).toContain("aws_kms_key");
    expect(events).toMatchObject({
      Principal: { Service: "events.amazonaws.com" },
      Condition: {
        StringEquals: {
          "kms:EncryptionContext:aws:sns:topicArn": `arn:aws:sns:eu-west-1:123456789012:${name as string}`,
        },
      },
    });
  });

  it("e-mails the finding with all that the text mentions, and where to read on", () => {
    const { input_paths, input_template } = terraform.only(CloudwatchEventTarget).input_transformer as {
      readonly input_paths: Record<string, string>;
      readonly input_template: string;
    };
    const mentioned = [...input_template.matchAll(/<(\w+)>/g)].map(([, name]) => name).sort();

    expect(Object.keys(input_paths).sort()).toEqual(mentioned);
    expect(input_template).toContain("docs/runbooks/threat-found.md");
    expect(terraform.only(SnsTopicSubscription)).toMatchObject({ protocol: "email" });
    expect(noticesOf("medium", false).all(SnsTopicSubscription)).toEqual([]);
  });
});
