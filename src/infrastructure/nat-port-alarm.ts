import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import type { Construct } from "constructs";
import { alarmName } from "../names/alarm-names";

export interface NatPortAlarmProps {
  readonly clusterName: string;

  /** Letter of the availability zone whose traffic leaves through the gateway. */
  readonly zone: string;
  readonly natGatewayId: string;
  readonly topicArn: string;
}

/**
 * Alarm that a NAT gateway has no source port left for a destination, so that connections fail.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/metrics-dimensions-nat-gateway.html
 */
export class NatPortAlarm extends CloudwatchMetricAlarm {
  constructor(
    scope: Construct,
    id: string,
    { clusterName, zone, natGatewayId, topicArn }: NatPortAlarmProps,
  ) {
    super(scope, id, {
      alarmName: alarmName.natPorts(clusterName, zone),
      alarmDescription: `The NAT gateway of zone ${zone} of ${clusterName} has no port left for some destination`,
      namespace: "AWS/NATGateway",
      metricName: "ErrorPortAllocation",
      dimensions: { NatGatewayId: natGatewayId },
      statistic: "Sum",
      period: 60,
      evaluationPeriods: 5,
      datapointsToAlarm: 2,
      comparisonOperator: "GreaterThanThreshold",
      threshold: 0,
      treatMissingData: "notBreaching",
      alarmActions: [topicArn],
      okActions: [topicArn],
    });
  }
}
