import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { PrometheusAlertManagerDefinition } from "@cdktf/provider-aws/lib/prometheus-alert-manager-definition";
import { PrometheusRuleGroupNamespace } from "@cdktf/provider-aws/lib/prometheus-rule-group-namespace";
import { PrometheusWorkspace } from "@cdktf/provider-aws/lib/prometheus-workspace";
import { PrometheusWorkspaceConfiguration } from "@cdktf/provider-aws/lib/prometheus-workspace-configuration";
import { SnsTopicPolicy } from "@cdktf/provider-aws/lib/sns-topic-policy";
import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import { SENT_SERIES } from "../../src/addons/kube-prometheus-stack/fleet";
import { FLEET_RECORDS } from "../../src/addons/platform-alerts/fleet-records";
import { platform as fleet } from "../../examples/giant-swarm";
import { definePlatform } from "../../src/settings/define-platform";
import type { EnvironmentSettings } from "../../src/settings/environment/environment";
import type { FleetObservability } from "../../src/settings/fleet/schema";
import { fleetPlatform } from "../support/giant-swarm";
import { readPromql } from "../support/promql";
import { synthesisePlatform } from "../support/synthesise";
import { type Block, type Terraform, valuesOf } from "../support/terraform";

const stack = (id: string) => fleetPlatform[id]!;
const infrastructure = stack("cluster-infrastructure-hub");
const WORKLOADS = ["northwind", "northwind-preview", "southwind"] as const;

const prometheusIn = (services: Terraform): Block =>
  (
    valuesOf(services.all(Release).find(({ chart }) => chart === "kube-prometheus-stack")!)
      .prometheus as Block
  ).prometheusSpec as Block;

const remoteWriteIn = (services: Terraform): Block[] =>
  prometheusIn(services).additionalRemoteWrite as Block[];

const rules = (
  JSON.parse(infrastructure.only(PrometheusRuleGroupNamespace).data as string) as {
    groups: { rules: { alert: string; expr: string; labels: Block }[] }[];
  }
).groups.flatMap((group) => group.rules);

describe("the workspace of a fleet", () => {
  it("is in the account of the hub alone, encrypted and kept", () => {
    const others = Object.entries(fleetPlatform).filter(
      ([id, terraform]) =>
        id !== "cluster-infrastructure-hub" && terraform.all(PrometheusWorkspace).length > 0,
    );

    expect(others).toEqual([]);
    expect(infrastructure.only(PrometheusWorkspace)).toMatchObject({
      kms_key_arn: expect.stringContaining("aws_kms_key.") as string,
      lifecycle: { prevent_destroy: true },
    });
  });

  it("bounds the series of each organisation, so that none takes the room of others", () => {
    const { limits_per_label_set: limits } = infrastructure.only(PrometheusWorkspaceConfiguration);

    expect((limits as Block[]).map(({ label_set }) => label_set as Block)).toEqual([
      { organisation: "northwind" },
      { organisation: "southwind" },
    ]);
  });

  it("is written to by one role for each workload cluster, which the Prometheus of that cluster alone may take", () => {
    const writers = infrastructure
      .all(IamRole)
      .filter(({ name }) => String(name).startsWith("hub-metrics-of-"))
      .map(({ name, assume_role_policy }) => [
        name,
        (JSON.parse(assume_role_policy as string) as { Statement: Block[] }).Statement.map(
          ({ Condition }) => Condition as Block,
        ),
      ]);
    const takenBy = (account: string, cluster: string) => [
      {
        StringEquals: {
          "aws:PrincipalArn": `arn:aws:iam::${account}:role/kube-prometheus-stack-prometheus-${cluster}`,
        },
      },
    ];

    expect(writers).toEqual([
      ["hub-metrics-of-northwind-preview", takenBy("222200002222", "preview")],
      ["hub-metrics-of-northwind", takenBy("222200002222", "live")],
      ["hub-metrics-of-southwind", takenBy("333300003333", "store")],
    ]);
    expect(
      infrastructure
        .all(IamRolePolicy)
        .filter(({ name }) => name === "write-metrics")
        .map(({ policy }) => (JSON.parse(policy as string) as { Statement: Block[] }).Statement),
    ).toEqual(
      WORKLOADS.map(() => [
        {
          Effect: "Allow",
          Action: ["aps:RemoteWrite"],
          Resource: [expect.stringMatching(/aws_prometheus_workspace\.[^.]+\.arn/)],
        },
      ]),
    );
  });

  it("names every cluster in the rules about silence, the hub among them", () => {
    for (const alert of ["ClusterSilent", "ClusterNeverReported"]) {
      const [rule, ...others] = rules.filter((one) => one.alert === alert);

      expect(others).toEqual([]);
      for (const label of ["hub", ...WORKLOADS]) {
        expect(rule!.expr).toContain(`cluster="${label}"`);
      }
    }
  });

  it("lets nothing but its own alerts publish to a topic", () => {
    const policies = infrastructure
      .all(SnsTopicPolicy)
      .map(({ policy }) => (JSON.parse(policy as string) as { Statement: Block[] }).Statement)
      .filter(([statement]) => JSON.stringify(statement).includes("aps.amazonaws.com"));

    expect(policies).toHaveLength(4);
    for (const [statement, ...others] of policies) {
      expect(others).toEqual([]);
      expect((statement as Block).Condition).toEqual({
        ArnEquals: { "aws:SourceArn": expect.stringContaining("aws_prometheus_workspace.") as string },
        StringEquals: { "aws:SourceAccount": expect.stringContaining("account_id") as string },
      });
    }
  });

  it("is watched itself: an alarm tells when its rules or notifications stop", () => {
    const alarm = infrastructure
      .all(CloudwatchMetricAlarm)
      .find(({ alarm_name: name }) => name === "hub-fleet-watchdog")!;

    expect(rules.filter(({ alert }) => alert === "FleetWatchdog").map(({ expr }) => expr)).toEqual([
      "vector(1)",
    ]);
    expect(alarm).toMatchObject({
      dimensions: { TopicName: "hub-fleet-watchdog" },
      treat_missing_data: "breaching",
      alarm_actions: [expect.stringContaining("aws_sns_topic.alarms_topic.arn")],
    });
    expect(infrastructure.all(SnsTopic).map(({ name }) => name)).toContain("hub-fleet-watchdog");
  });

  it("tells of alerts by texts that are whole templates", () => {
    const { definition } = infrastructure.only(PrometheusAlertManagerDefinition);
    const { alertmanager_config: config } = JSON.parse(definition as string) as {
      alertmanager_config: string;
    };
    const { receivers } = JSON.parse(config) as { receivers: { name: string; sns_configs: Block[] }[] };

    expect(receivers.map(({ name }) => name)).toEqual([
      "platform",
      "watchdog",
      "organisation-northwind",
      "organisation-southwind",
    ]);
    for (const { subject, message } of receivers.flatMap(({ sns_configs }) => sns_configs)) {
      for (const text of [subject, message] as string[]) {
        expect(text.split("{{").length).toBe(text.split("}}").length);
      }
    }
  });
});

describe("the Prometheus of a cluster in a fleet", () => {
  it.each([
    ["hub", "hub", "windfleet", undefined],
    ["northwind", "northwind", "northwind", "hub-metrics-of-northwind"],
    ["northwind-preview", "northwind-preview", "northwind", "hub-metrics-of-northwind-preview"],
    ["southwind", "southwind", "southwind", "hub-metrics-of-southwind"],
  ])("sends its numbers and alerts with its labels: %s", (label, cluster, organisation, writer) => {
    const spec = prometheusIn(stack(`cluster-services-${label}`));
    const [remote, ...others] = spec.additionalRemoteWrite as Block[];

    expect(others).toEqual([]);
    expect(spec.externalLabels).toMatchObject({ cluster, organisation });
    expect(spec.replicaExternalLabelName).toBe("__replica__");
    expect(remote!.url).toMatch(
      /^https:\/\/aps-workspaces\.eu-central-1\.amazonaws\.com\/workspaces\/.+\/api\/v1\/remote_write$/,
    );
    expect((remote!.writeRelabelConfigs as Block[]).slice(1)).toEqual([
      { targetLabel: "cluster", replacement: cluster, action: "replace" },
      { targetLabel: "organisation", replacement: organisation, action: "replace" },
    ]);
    expect(remote!.sigv4).toEqual({
      region: "eu-central-1",
      ...(writer !== undefined && { roleArn: `arn:aws:iam::111100001111:role/${writer}` }),
    });
  });

  it("sends the records of the fleet and firing alerts, and nothing else", () => {
    const sent = (name: string, state = "") => new RegExp(`^(?:${SENT_SERIES})$`).test(`${name};${state}`);

    expect(Object.keys(FLEET_RECORDS).filter((name) => !sent(name))).toEqual([]);
    expect(sent("ALERTS", "firing")).toBe(true);
    expect([
      sent("ALERTS", "pending"),
      sent("up"),
      sent("container_cpu_usage_seconds_total"),
      sent("ALERTS_FOR_STATE"),
    ]).toEqual([false, false, false, false]);
  });

  it("sends every series that a rule of the fleet asks for", () => {
    const asked = new Set(rules.flatMap(({ expr }) => readPromql(expr).metrics));

    expect([...asked].sort()).toEqual(["ALERTS", "fleet:reported:timestamp_seconds"]);
  });

  it("is told of no workspace before its hub has one", () => {
    const [{ clusters, ...rest }, ...others] = fleet.environments as [EnvironmentSettings];
    const { fleet: part } = clusters.hub!;
    const { workspace, ...observability } = (part as { observability: FleetObservability }).observability;
    const early = synthesisePlatform(
      definePlatform({
        ...fleet,
        environments: [
          {
            ...rest,
            clusters: { hub: { ...clusters.hub!, fleet: { ...part!, observability } as typeof part } },
          },
          ...others,
        ],
      }),
    );

    expect(workspace).toBeDefined();
    expect(remoteWriteIn(early["cluster-services-southwind"]!)).toEqual([]);
    expect(remoteWriteIn(early["cluster-services-hub"]!)).toHaveLength(1);
  });
});
