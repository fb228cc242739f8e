import { CloudwatchLogMetricFilter } from "@cdktf/provider-aws/lib/cloudwatch-log-metric-filter";
import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { describe, expect, it } from "vitest";
import { AuditLogAlarms } from "../../../src/infrastructure/audit-log/audit-log-alarms";
import { stateOf } from "../../support/alarm-state";
import { Terraform } from "../../support/terraform";

const terraform = Terraform.of(
  (scope) =>
    new AuditLogAlarms(scope, "audit-log", {
      clusterName: "govuk",
      logGroupName: "/aws/eks/govuk/cluster",
      topicArn: "arn:aws:sns:eu-west-1:123456789012:govuk-slack-alerts",
      platformNamespaces: ["monitoring"],
      terraformRoles: ["terraform-apply"],
    }),
);
const filters = terraform.all(CloudwatchLogMetricFilter);
const alarms = terraform.all(CloudwatchMetricAlarm);

describe("AuditLogAlarms", () => {
  it("counts events of the control plane's log, and has an alarm for each count", () => {
    const counted = filters.map(
      ({ metric_transformation: { namespace, name } }) => [namespace, name] as unknown[],
    );

    expect(new Set(filters.map(({ log_group_name: name }) => name as string))).toEqual(
      new Set(["/aws/eks/govuk/cluster"]),
    );
    expect(alarms.map(({ namespace, metric_name: name }) => [namespace, name] as unknown[])).toEqual(counted);
    expect(counted.length).toBeGreaterThan(4);
  });

  it("goes off at the first event and is quiet without one", () => {
    for (const alarm of alarms) {
      expect(stateOf(alarm, [1])).toBe("ALARM");
      expect(stateOf(alarm, [undefined])).toBe("OK");
    }
  });
});
