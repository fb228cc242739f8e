import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import type { Construct } from "constructs";

export interface ResourceAlarmProps {
  /** Name of the resource in AWS and, after it, of what the alarm watches. */
  readonly name: string;

  /** Sentence for the people who get the alarm. */
  readonly description: string;

  /** Namespace of the metric, such as `AWS/SQS`. */
  readonly namespace: string;
  readonly metric: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly statistic: "Average" | "Maximum" | "Minimum" | "Sum";

  /** Value from which on the alarm fires. */
  readonly threshold: number;

  /**
   * Fires at the threshold and below it.
   *
   * @default false
   */
  readonly below?: boolean;
  readonly topicArn: string;

  /**
   * Region of the metric and the topic.
   *
   * @default - the stack's
   */
  readonly region?: string;
}

/** Seconds of one look, and looks in a row that must be bad. */
const LOOK = { period: 300, evaluationPeriods: 2 };

/** Alarm about a tenant's resource, which its team is told of. */
export const resourceAlarm = (
  scope: Construct,
  id: string,
  props: ResourceAlarmProps,
): CloudwatchMetricAlarm =>
  new CloudwatchMetricAlarm(scope, id, {
    ...LOOK,
    region: props.region,
    alarmName: props.name,
    alarmDescription: props.description,
    namespace: props.namespace,
    metricName: props.metric,
    dimensions: props.dimensions,
    statistic: props.statistic,
    comparisonOperator: props.below ? "LessThanOrEqualToThreshold" : "GreaterThanOrEqualToThreshold",
    threshold: props.threshold,
    // An unused resource reports nothing.
    treatMissingData: "notBreaching",
    alarmActions: [props.topicArn],
    okActions: [props.topicArn],
  });
