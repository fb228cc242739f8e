import { FlowLog } from "@cdktf/provider-aws/lib/flow-log";
import { GuarddutyDetectorFeature } from "@cdktf/provider-aws/lib/guardduty-detector-feature";
import { describe, expect, it } from "vitest";
import { FlowLogs } from "../../src/infrastructure/flow-logs";
import { ThreatDetector } from "../../src/infrastructure/threat-detector";
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
