import type { Cluster } from "../../constructs/cluster";
import type { Permission } from "../../constructs/iam-policy";

/**
 * Reads of AWS: metrics, named log groups, and the names of what they are about. Everybody who signs in to Grafana reads
 * what it reads.
 *
 * @see https://grafana.com/docs/grafana/latest/datasources/aws-cloudwatch/configure
 */
export const grafanaPermissions = (
  { region }: Cluster,
  accountId: string,
  logGroups: readonly string[],
): readonly Permission[] => [
  {
    actions: [
      "cloudwatch:DescribeAlarmHistory",
      "cloudwatch:DescribeAlarms",
      "cloudwatch:DescribeAlarmsForMetric",
      "cloudwatch:GetInsightRuleReport",
      "cloudwatch:GetMetricData",
      "cloudwatch:ListMetrics",
    ],
    anyResourceBecause: "metrics have no ARN, and alarms are looked up by their metric",
  },
  {
    actions: ["logs:GetLogEvents", "logs:GetLogGroupFields", "logs:StartQuery"],
    // Streams are below a group: its ARN has a colon after the name.
    resources: logGroups.flatMap((name) =>
      ["", ":*"].map((streams) => `arn:aws:logs:${region}:${accountId}:log-group:${name}${streams}`),
    ),
  },
  {
    actions: ["logs:DescribeLogGroups", "logs:GetQueryResults", "logs:StopQuery"],
    anyResourceBecause: "the list of log groups and a query have no ARN; only what it may read is bounded",
  },
  {
    actions: ["ec2:DescribeInstances", "ec2:DescribeRegions", "ec2:DescribeTags"],
    anyResourceBecause: "EC2 describes all resources of a kind or none",
  },
  { actions: ["tag:GetResources"], anyResourceBecause: "it looks resources up by their tags" },
];
