import { SnsTopicSubscription } from "@cdktf/provider-aws/lib/sns-topic-subscription";
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { SqsQueuePolicy } from "@cdktf/provider-aws/lib/sqs-queue-policy";
import { Construct } from "constructs";
import { tenantQueueName } from "../../names/tenant-resource-names";
import type { QueueConfig } from "../../settings/products/resources/queue";
import { ACTIONS, MESSAGE_ACTIONS } from "./actions";
import { DeadLetters } from "./dead-letters";
import { overTlsAlone } from "./over-tls-alone";
import { queueAlarms } from "./queue-alarms";
import type { Offer, ResourceParts } from "./resource-parts";
import type { SubscribedTopic } from "./topic";

export interface TenantQueueProps extends ResourceParts {
  readonly name: string;
  readonly settings: QueueConfig;

  /** Topics of the namespace and those that it imports, by their names in the file. */
  readonly topics: ReadonlyMap<string, SubscribedTopic>;
}

const DAY = 86_400;

/**
 * Queue of a tenant, and beside it one for the messages with which its applications fail.
 *
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html
 */
export class TenantQueue extends Construct {
  readonly offer: Offer;

  constructor(scope: Construct, id: string, props: TenantQueueProps) {
    super(scope, id);
    const { place, name, settings, region, accountId, keyArn, kept } = props;
    const { fifo = false, visibilitySeconds = 30, retentionDays = 4, attempts = 5 } = settings;
    const queueName = tenantQueueName(place, name, fifo);
    const arn = `arn:aws:sqs:${region}:${accountId}:${queueName}`;

    const deadLetters = new DeadLetters(this, "dead-letters", { ...props, fifo, sourceArn: arn });
    const queue = new SqsQueue(this, "queue", {
      name: queueName,
      ...(fifo ? { fifoQueue: true } : {}),
      kmsMasterKeyId: keyArn,
      visibilityTimeoutSeconds: visibilitySeconds,
      messageRetentionSeconds: retentionDays * DAY,
      redrivePolicy: JSON.stringify({ deadLetterTargetArn: deadLetters.arn, maxReceiveCount: attempts }),
      lifecycle: { preventDestroy: kept },
      dependsOn: deadLetters.ready,
    });
    const sources = (settings.subscriptions ?? []).map(({ topic }) => props.topics.get(topic)!.arn);
    const policy = new SqsQueuePolicy(this, "policy", {
      queueUrl: queue.url,
      policy: policyOf(arn, sources),
    });
    this.subscribe(props, arn, policy);
    queueAlarms(this, { ...props, queueName, deadLettersName: deadLetters.name });

    this.offer = {
      config: { URL: urlOf(props, queueName), ARN: arn, DEAD_LETTERS_URL: urlOf(props, deadLetters.name) },
      keyThrough: "sqs",
      permissions: [{ actions: ACTIONS.queue, resources: [arn, deadLetters.arn] }],
      after: [queue],
    };
  }

  private subscribe({ settings, topics }: TenantQueueProps, endpoint: string, policy: SqsQueuePolicy): void {
    for (const { topic, filter } of settings.subscriptions ?? []) {
      new SnsTopicSubscription(this, `from-${topics.get(topic)!.inAws}`, {
        topicArn: topics.get(topic)!.reference,
        protocol: "sqs",
        endpoint,
        rawMessageDelivery: true,
        ...(filter === undefined ? {} : { filterPolicy: JSON.stringify(filter) }),
        dependsOn: [policy],
      });
    }
  }
}

const urlOf = ({ region, accountId }: ResourceParts, name: string): string =>
  `https://sqs.${region}.amazonaws.com/${accountId}/${name}`;

/** Policy by which the queue takes messages of its topics, and anything over TLS alone. */
const policyOf = (arn: string, topics: readonly string[]): string =>
  overTlsAlone(
    arn,
    MESSAGE_ACTIONS,
    topics.length === 0
      ? []
      : [
          {
            Effect: "Allow",
            Principal: { Service: "sns.amazonaws.com" },
            Action: ["sqs:SendMessage"],
            Resource: [arn],
            Condition: { ArnEquals: { "aws:SourceArn": topics } },
          },
        ],
  );
