import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { expect, it } from "vitest";
import { NodeGroupLimitAlarm } from "../../src/infrastructure/node-group-limit-alarm";
import { Terraform } from "../support/terraform";

it("NodeGroupLimitAlarm warns one node before the limit, and when it is over", () => {
  const alarm = Terraform.of(
    (scope) =>
      new NodeGroupLimitAlarm(scope, "limit", {
        clusterName: "govuk",
        nodeGroup: "arm-green",
        autoscalingGroupName: "asg-1",
        maxSize: 12,
        topicArn: "arn:aws:sns:eu-west-1:123456789012:alerts",
      }),
  ).only(CloudwatchMetricAlarm);

  expect(alarm).toMatchObject({
    metric_name: "GroupDesiredCapacity",
    dimensions: { AutoScalingGroupName: "asg-1" },
    comparison_operator: "GreaterThanOrEqualToThreshold",
    threshold: 11,
    statistic: "Maximum",
    period: 60,
    evaluation_periods: 2,
    alarm_actions: ["arn:aws:sns:eu-west-1:123456789012:alerts"],
    ok_actions: ["arn:aws:sns:eu-west-1:123456789012:alerts"],
  });
});
