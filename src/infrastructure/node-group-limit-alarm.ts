import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import type { Construct } from "constructs";
import { alarmName } from "../names/alarm-names";

export interface NodeGroupLimitAlarmProps {
  readonly clusterName: string;
  readonly nodeGroup: string;
  readonly autoscalingGroupName: string;

  /** Maximum number of nodes in the group. */
  readonly maxSize: number;
  readonly topicArn: string;
}

/** Alarm that a node group is about to reach its maximum size. */
export class NodeGroupLimitAlarm extends CloudwatchMetricAlarm {
  constructor(scope: Construct, id: string, props: NodeGroupLimitAlarmProps) {
    const { clusterName, nodeGroup, autoscalingGroupName, maxSize, topicArn } = props;

    super(scope, id, {
      alarmName: alarmName.nodeGroupLimit(clusterName, nodeGroup),
      alarmDescription: `Node group ${nodeGroup} of ${clusterName} is about to reach its ${maxSize} nodes`,
      namespace: "AWS/AutoScaling",
      metricName: "GroupDesiredCapacity",
      dimensions: { AutoScalingGroupName: autoscalingGroupName },
      statistic: "Maximum",
      period: 60,
      evaluationPeriods: 2,
      comparisonOperator: "GreaterThanOrEqualToThreshold",
      threshold: maxSize - 1,
      alarmActions: [topicArn],
      okActions: [topicArn],
    });
  }
}
