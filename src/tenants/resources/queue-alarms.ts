import type { Construct } from "constructs";
import { resourceAlarm } from "./alarm";
import type { TenantQueueProps } from "./queue";

interface Names {
  /** Names in AWS. */
  readonly queueName: string;
  readonly deadLettersName: string;
}

type Props = Pick<TenantQueueProps, "name" | "settings" | "place" | "alarmTopicArn"> & Names;

/**
 * Alarms that messages wait too long, and that applications failed with some.
 *
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html
 */
export function queueAlarms(
  scope: Construct,
  { name, settings, place, alarmTopicArn, ...names }: Props,
): void {
  const { alarmAfterMinutes = 60 } = settings;
  resourceAlarm(scope, "age", {
    name: `${names.queueName} age`,
    description: `A message waits in queue ${name} of ${place.namespace} for ${alarmAfterMinutes} minutes or longer`,
    namespace: "AWS/SQS",
    metric: "ApproximateAgeOfOldestMessage",
    dimensions: { QueueName: names.queueName },
    statistic: "Maximum",
    threshold: alarmAfterMinutes * 60,
    topicArn: alarmTopicArn,
  });
  resourceAlarm(scope, "failures", {
    name: `${names.deadLettersName} messages`,
    description: `Applications failed with a message of queue ${name} of ${place.namespace}`,
    namespace: "AWS/SQS",
    metric: "ApproximateNumberOfMessagesVisible",
    dimensions: { QueueName: names.deadLettersName },
    statistic: "Maximum",
    threshold: 1,
    topicArn: alarmTopicArn,
  });
}
