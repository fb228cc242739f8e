import { describe, expect, it } from "vitest";
import { environments, environmentStacks, platform } from "../support/platform";
import { stacksWith } from "../support/stacks";
import type { Block } from "../support/terraform";

interface Metric {
  /** Names of dimensions, one of which an alarm is about. */
  readonly of: readonly string[];

  /** The statistic that says something: a sum of what is counted, the worst of what is measured. */
  readonly statistic: string;

  /** Between two values. */
  readonly seconds: number;
}

/**
 * Metrics that AWS publishes, by namespace and name.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/aws-services-cloudwatch-metrics.html
 */
const METRICS: Readonly<Record<string, Metric>> = {
  ...Object.fromEntries(
    ["platform-pod-entered", "secrets-read", "rights-changed", "admission-changed", "anonymous-admitted"].map(
      (name) => [`AuditLog ${name}`, { of: [], statistic: "Sum", seconds: 60 }],
    ),
  ),
  "AWS/AutoScaling GroupDesiredCapacity": { of: ["AutoScalingGroupName"], statistic: "Maximum", seconds: 60 },
  "AWS/CertificateManager DaysToExpiry": { of: ["CertificateArn"], statistic: "Minimum", seconds: 43_200 },
  "AWS/EKS apiserver_request_total": { of: ["ClusterName"], statistic: "Sum", seconds: 60 },
  "AWS/EKS apiserver_request_total_5XX": { of: ["ClusterName"], statistic: "Sum", seconds: 60 },
  "AWS/NATGateway ErrorPortAllocation": { of: ["NatGatewayId"], statistic: "Sum", seconds: 60 },
  "AWS/RDS CPUUtilization": {
    of: ["DBClusterIdentifier", "DBInstanceIdentifier"],
    statistic: "Average",
    seconds: 60,
  },
  "AWS/RDS FreeLocalStorage": { of: ["DBInstanceIdentifier"], statistic: "Minimum", seconds: 60 },
  "AWS/RDS VolumeBytesUsed": { of: ["DBClusterIdentifier"], statistic: "Maximum", seconds: 300 },
  "AWS/Route53 HealthCheckStatus": { of: ["HealthCheckId"], statistic: "Minimum", seconds: 60 },
  "AWS/SNS NumberOfMessagesPublished": { of: ["TopicName"], statistic: "Sum", seconds: 60 },
};

const alarmsOf = ({ json }: { readonly json: Block }): Block[] =>
  Object.values((json.resource?.aws_cloudwatch_metric_alarm ?? {}) as Record<string, Block>);

/** Metrics that an alarm watches: one, or those of an expression. */
const watched = ({ metric_query: queries, ...alarm }: Block): Block[] =>
  queries
    ? (queries as Block[]).flatMap(({ metric }) => (metric ? [{ ...metric, statistic: metric.stat }] : []))
    : [alarm];

/** The region of each topic by its ARN: of a stack's own, and of what another stack publishes. */
const topicsOf = ({ json }: { readonly json: Block }): Record<string, string> =>
  Object.fromEntries(
    Object.entries((json.resource?.aws_sns_topic ?? {}) as Record<string, Block>).map(([id, { region }]) => [
      `\${aws_sns_topic.${id}.arn}`,
      (region as string | undefined) ?? "the stack's",
    ]),
  );

const SHARED_TOPICS: Readonly<Record<string, string>> = {
  "${data.terraform_remote_state.cluster-infrastructure.outputs.alarm_topic_arn}": "the stack's",
};

const all = environmentStacks.flatMap(({ terraform }) => alarmsOf(terraform));

describe.each(environments.map(({ name }) => name))("alarms of %s", (name) => {
  const infrastructure = platform[`cluster-infrastructure-${name}`]!;
  const subjects = alarmsOf(infrastructure)
    .flatMap(watched)
    .flatMap(({ metric_name: metric, dimensions }) =>
      Object.values((dimensions ?? {}) as Record<string, string>).map((of) => `${metric as string} of ${of}`),
    );
  const each = (type: string, metric: string, attribute: string) =>
    Object.keys(infrastructure.json.resource[type] as object).map(
      (id) => `${metric} of \${${type}.${id}.${attribute}}`,
    );

  it.each([
    [
      "node group",
      each("aws_eks_node_group", "GroupDesiredCapacity", "resources[0].autoscaling_groups[0].name"),
    ],
    ["NAT gateway", each("aws_nat_gateway", "ErrorPortAllocation", "id")],
    ["certificate", each("aws_acm_certificate", "DaysToExpiry", "arn")],
    ["database's processor", each("aws_rds_cluster", "CPUUtilization", "cluster_identifier")],
    ["database's volume", each("aws_rds_cluster", "VolumeBytesUsed", "cluster_identifier")],
    ["database's local storage", each("aws_rds_cluster_instance", "FreeLocalStorage", "identifier")],
    ["API server", ["apiserver_request_total_5XX of govuk"]],
  ])("watch every %s", (_, expected) => {
    expect(expected).not.toEqual([]);
    expect(subjects).toEqual(expect.arrayContaining(expected));
  });
});

describe("alarms", () => {
  it("say nothing of node groups that are always as large as they may become", () => {
    const sized = (min: number, max: number) => {
      const group = { instanceTypes: ["m7g.2xlarge"], size: { min, max, desired: min } };
      const stacks = stacksWith({ cluster: { nodeGroups: { fixed: group } } } as never);
      return alarmsOf(stacks["cluster-infrastructure-production"]!).filter(
        ({ metric_name: metric }) => metric === "GroupDesiredCapacity",
      );
    };

    expect(sized(3, 3)).toEqual([]);
    expect(sized(3, 4)).toEqual([]);
    expect(sized(3, 5)).toHaveLength(1);
  });

  it("watch what AWS publishes, by the statistic that says something", () => {
    expect(all.length).toBeGreaterThan(30);
    for (const { namespace, metric_name: metric, dimensions, statistic, period } of all.flatMap(watched)) {
      // The audit log of each cluster has a namespace of metrics.
      const [service = ""] = /^AuditLog|.*/.exec(namespace as string) ?? [];
      const known = METRICS[`${service} ${metric as string}`]!;

      expect(known, `${namespace as string} ${metric as string}`).toBeDefined();
      const names = Object.keys((dimensions ?? {}) as object);
      expect(known.of).toEqual(expect.arrayContaining(names));
      expect(names).toHaveLength(known.of.length > 0 ? 1 : 0);
      expect(statistic).toBe(known.statistic);
      expect(period).toBeGreaterThanOrEqual(known.seconds);
    }
  });

  it("tell a topic of their own region, when it begins and when it is over", () => {
    for (const { id, terraform } of environmentStacks) {
      const topics = { ...SHARED_TOPICS, ...topicsOf(terraform) };
      for (const { alarm_name: name, alarm_actions: begins, ok_actions: over, region } of alarmsOf(
        terraform,
      )) {
        expect(begins).toEqual(over);
        expect(
          begins.map((arn: string) => topics[arn]),
          `${name as string} of ${id}`,
        ).toEqual([region ?? "the stack's"]);
      }
    }
  });
});
