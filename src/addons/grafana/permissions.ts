import type { Cluster } from "../../constructs/cluster";
import type { Permission } from "../../constructs/iam-policy";

/**
 * Permissions to read metrics, logs and the names of their resources from AWS.
 *
 * @see https://grafana.com/docs/grafana/latest/datasources/aws-cloudwatch/configure
 */
export const grafanaPermissions = ({ region }: Cluster, accountId: string): readonly Permission[] => [
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
    resources: [`arn:aws:logs:${region}:${accountId}:log-group:*`],
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
