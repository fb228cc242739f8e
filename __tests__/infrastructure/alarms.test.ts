import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { describe, expect, it } from "vitest";
import { CertificateExpiryAlarm } from "../../src/infrastructure/certificate-expiry-alarm";
import { ControlPlaneErrorsAlarm } from "../../src/infrastructure/control-plane-errors-alarm";
import { DatabaseAlarms } from "../../src/infrastructure/database-alarms";
import { NatPortAlarm } from "../../src/infrastructure/nat-port-alarm";
import { stateOf } from "../support/alarm-state";
import { type Block, Terraform } from "../support/terraform";

const topicArn = "arn:aws:sns:eu-west-1:123456789012:govuk-slack-alerts";
const shared = { clusterName: "govuk", topicArn };
const actions = { alarm_actions: [topicArn], ok_actions: [topicArn] };

describe("NatPortAlarm", () => {
  const alarm = Terraform.of(
    (scope) => new NatPortAlarm(scope, "nat-a", { ...shared, zone: "a", natGatewayId: "nat-1" }),
  ).only(CloudwatchMetricAlarm);

  it("tells of connections that found no port in two minutes of five, and when that is over", () => {
    expect(alarm).toMatchObject({
      alarm_name: "govuk-nat-a-ports",
      dimensions: { NatGatewayId: "nat-1" },
      period: 60,
      ...actions,
    });
    expect(stateOf(alarm, [0, 0, 1, 0, 0])).toBe("OK");
    expect(stateOf(alarm, [3, 0, 1, 0, 0])).toBe("ALARM");
  });

  it("is quiet while nothing leaves through the gateway", () => {
    expect(stateOf(alarm, [undefined, undefined, undefined, undefined, undefined])).toBe("OK");
  });
});

describe("ControlPlaneErrorsAlarm", () => {
  const alarm = Terraform.of((scope) => new ControlPlaneErrorsAlarm(scope, "errors", shared)).only(
    CloudwatchMetricAlarm,
  );
  const { metric_query: queries } = alarm as { metric_query: Block[] };

  it("watches the share, in per cent, of the cluster's own requests that the API server fails", () => {
    const metrics = queries.flatMap(({ metric }) => (metric ?? []) as Block[]);

    expect(queries.map(({ id }) => id as string)).toEqual(["errors", "requests", "share"]);
    expect(metrics.map(({ metric_name: name }) => name as string)).toEqual([
      "apiserver_request_total_5XX",
      "apiserver_request_total",
    ]);
    expect(metrics.map(({ dimensions }) => dimensions as object)).toEqual(
      Array(2).fill({ ClusterName: "govuk" }),
    );
    expect(queries[2]).toMatchObject({ expression: "100 * errors / requests", return_data: true });
  });

  it("tells of more than one in a hundred for a quarter of an hour, and when that is over", () => {
    const [{ metric }] = queries as [Block];

    expect(alarm).toMatchObject(actions);
    expect(metric.period * alarm.evaluation_periods).toBe(15 * 60);
    expect(stateOf(alarm, [1, 1, 1])).toBe("OK");
    expect(stateOf(alarm, [9, 9, 0.5])).toBe("OK");
    expect(stateOf(alarm, [2, 2, 2])).toBe("ALARM");
  });

  it("is quiet while nobody asks the API server anything", () => {
    expect(stateOf(alarm, [undefined, undefined, undefined])).toBe("OK");
  });
});

it("CertificateExpiryAlarm warns, by the metric of two a day, while there are thirty days left to renew by hand", () => {
  const alarm = Terraform.of(
    (scope) => new CertificateExpiryAlarm(scope, "expiry", { ...shared, certificateArn: "arn:certificate" }),
  ).only(CloudwatchMetricAlarm);

  expect(alarm).toMatchObject({
    dimensions: { CertificateArn: "arn:certificate" },
    period: 24 * 60 * 60,
    ...actions,
  });
  expect(stateOf(alarm, [31])).toBe("OK");
  expect(stateOf(alarm, [29])).toBe("ALARM");
});

describe("DatabaseAlarms", () => {
  const GIBIBYTE = 1024 ** 3;
  const alarms = Terraform.of(
    (scope) =>
      new DatabaseAlarms(scope, "database", {
        ...shared,
        addon: "grafana",
        clusterIdentifier: "grafana-govuk",
        instanceIdentifier: "grafana-govuk-instance-1",
      }),
  ).all(CloudwatchMetricAlarm);
  const cluster = { DBClusterIdentifier: "grafana-govuk" };
  const instance = { DBInstanceIdentifier: "grafana-govuk-instance-1" };

  it.each([
    ["CPUUtilization", cluster, 80, 81],
    ["VolumeBytesUsed", cluster, 50 * GIBIBYTE, 51 * GIBIBYTE],
    ["FreeLocalStorage", instance, GIBIBYTE, GIBIBYTE - 1],
  ])("tells of %s of %o that is no longer %i but %i for a quarter of an hour", (metric, of, good, bad) => {
    const alarm = alarms.find(({ metric_name: name }) => name === metric)!;

    expect(alarm).toMatchObject({ dimensions: of, ...actions });
    expect(alarm.period * alarm.evaluation_periods).toBe(15 * 60);
    expect(stateOf(alarm, [bad, bad, good])).toBe("OK");
    expect(stateOf(alarm, [bad, bad, bad])).toBe("ALARM");
  });

  it("is quiet while the database has paused", () => {
    expect(alarms.map((alarm) => stateOf(alarm, [undefined, undefined, undefined]))).toEqual(
      Array(3).fill("OK"),
    );
  });

  it("says whose database it is about", () => {
    expect(alarms.map(({ alarm_name: name }) => name as string)).toEqual([
      "govuk-grafana-database-cpu",
      "govuk-grafana-database-local-storage",
      "govuk-grafana-database-storage",
    ]);
  });
});
