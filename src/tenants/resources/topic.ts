import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { SnsTopicPolicy } from "@cdktf/provider-aws/lib/sns-topic-policy";
import { Construct } from "constructs";
import { tenantTopicName } from "../../names/tenant-resource-names";
import type { TopicConfig } from "../../settings/products/resources/topic";
import { ACTIONS } from "./actions";
import { resourceAlarm } from "./alarm";
import { overTlsAlone } from "./over-tls-alone";
import type { Offer, ResourceParts } from "./resource-parts";

export interface TenantTopicProps extends ResourceParts {
  readonly name: string;
  readonly settings: TopicConfig;
}

/** Topic to which a queue subscribes. */
export interface SubscribedTopic {
  /** ARN as text, for policies. */
  readonly arn: string;

  /** ARN as Terraform knows it once the topic exists; the same text for a topic of another stack. */
  readonly reference: string;

  /** First name that it had in the file, by which Terraform knows what subscribes to it. */
  readonly inAws: string;
}

/** ARN of a tenant's topic. */
export const topicArn = ({
  place,
  region,
  accountId,
  name,
  settings: { fifo = false },
}: Pick<TenantTopicProps, "place" | "region" | "accountId" | "name" | "settings">): string =>
  `arn:aws:sns:${region}:${accountId}:${tenantTopicName(place, name, fifo)}`;

/**
 * Topic of a tenant, to which its queues subscribe.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html
 */
export class TenantTopic extends Construct implements SubscribedTopic {
  readonly offer: Offer;
  readonly arn: string;
  readonly reference: string;
  readonly inAws: string;

  constructor(scope: Construct, id: string, props: TenantTopicProps) {
    super(scope, id);
    const { place, name, settings, keyArn, kept, alarmTopicArn } = props;
    const { fifo = false } = settings;
    const topicName = tenantTopicName(place, name, fifo);
    const arn = topicArn(props);
    this.arn = arn;
    this.inAws = name;

    const topic = new SnsTopic(this, "topic", {
      name: topicName,
      ...(fifo ? { fifoTopic: true } : {}),
      kmsMasterKeyId: keyArn,
      lifecycle: { preventDestroy: kept },
    });
    new SnsTopicPolicy(this, "policy", {
      arn: topic.arn,
      policy: overTlsAlone(arn, ["sns:Publish", "sns:Subscribe"], []),
    });
    resourceAlarm(this, "failures", {
      name: `${topicName} failures`,
      description: `Messages of topic ${name} of ${place.namespace} did not reach a queue`,
      namespace: "AWS/SNS",
      metric: "NumberOfNotificationsFailed",
      dimensions: { TopicName: topicName },
      statistic: "Sum",
      threshold: 1,
      topicArn: alarmTopicArn,
    });
    this.reference = topic.arn;
    this.offer = {
      config: { ARN: arn },
      keyThrough: "sns",
      permissions: [{ actions: ACTIONS.topic, resources: [arn] }],
      after: [topic],
    };
  }
}
