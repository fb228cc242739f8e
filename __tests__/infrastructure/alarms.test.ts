import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { describe, expect, it } from "vitest";
import { CertificateExpiryAlarm } from "../../src/infrastructure/certificate-expiry-alarm";
import { ControlPlaneErrorsAlarm } from "../../src/infrastructure/control-plane-errors-alarm";
import { DatabaseAlarms } from "../../src/infrastructure/database-alarms";
import { NatPortAlarm } from "../../src/infrastructure/nat-port-alarm";
import { Terraform } from "../support/terraform";

const topicArn = "arn:aws:sns:eu-west-1:123456789012:govuk-slack-alerts";
const shared = { clusterName: "govuk", topicArn };
const actions = { alarm_actions: [topicArn], ok_actions: [topicArn] };

it("NatPortAlarm tells of connections that found no port, and when there are ports again", () => {
  const alarm = Terraform.of(
    (scope) => new NatPortAlarm(scope, "nat-a", { ...shared, zone: "a", natGatewayId: "nat-1" }),
  ).only(CloudwatchMetricAlarm);

  expect(alarm).toMatchObject({
    alarm_name: "govuk-nat-a-ports",
    namespace: "AWS/NATGateway",
    metric_name: "ErrorPortAllocation",
    dimensions: { NatGatewayId: "nat-1" },
    threshold: 0,
    treat_missing_data: "notBreaching",
    ...actions,
  });
});

describe("ControlPlaneErrorsAlarm", () => {
  const alarm = Terraform.of((scope) => new ControlPlaneErrorsAlarm(scope, "errors", shared)).only(
    CloudwatchMetricAlarm,
  );

  it("watches the share of requests that the API server fails", () => {
    expect(alarm).toMatchObject({
      metric_query: [
        { id: "errors", metric: { metric_name: "apiserver_request_total_5XX" } },
        { id: "requests", metric: { metric_name: "apiserver_request_total" } },
        { id: "share", expression: "100 * errors / requests", return_data: true },
      ],
      threshold: 1,
      ...actions,
    });
  });

  it("asks for the cluster's own requests", () => {
    const { metric_query: queries } = alarm as unknown as {
      metric_query: { metric?: { namespace: string; dimensions: object } }[];
    };
    const metrics = queries.flatMap(({ metric }) => metric ?? []);

    expect(metrics).toHaveLength(2);
    for (const metric of metrics) {
      expect(metric).toMatchObject({ namespace: "AWS/EKS", dimensions: { ClusterName: "govuk" } });
    }
  });
});

it("CertificateExpiryAlarm warns while there are thirty days left to renew by hand", () => {
  const alarm = Terraform.of(
    (scope) => new CertificateExpiryAlarm(scope, "expiry", { ...shared, certificateArn: "arn:certificate" }),
  ).only(CloudwatchMetricAlarm);

  expect(alarm).toMatchObject({
    metric_name: "DaysToExpiry",
    dimensions: { CertificateArn: "arn:certificate" },
    comparison_operator: "LessThanThreshold",
    threshold: 30,
    ...actions,
  });
});

describe("DatabaseAlarms", () => {
  const alarms = Terraform.of(
    (scope) =>
      new DatabaseAlarms(scope, "database", {
        ...shared,
        owner: "grafana",
        clusterIdentifier: "grafana-govuk",
        instanceIdentifier: "grafana-govuk-instance-1",
      }),
  ).all(CloudwatchMetricAlarm);
  const of = (metric: string) => alarms.find(({ metric_name: name }) => name === metric);

  it("watches the processor and the volume of the cluster, and the local storage of its instance", () => {
    const cluster = { DBClusterIdentifier: "grafana-govuk" };

    expect(alarms).toHaveLength(3);
    expect(of("CPUUtilization")).toMatchObject({ dimensions: cluster, threshold: 80 });
    expect(of("VolumeBytesUsed")).toMatchObject({ dimensions: cluster, threshold: 50 * 1024 ** 3 });
    expect(of("FreeLocalStorage")).toMatchObject({
      dimensions: { DBInstanceIdentifier: "grafana-govuk-instance-1" },
      comparison_operator: "LessThanThreshold",
    });
  });

  it("is quiet while the database has paused", () => {
    expect(alarms.map(({ treat_missing_data: missing }) => missing)).toEqual(Array(3).fill("notBreaching"));
  });
});
