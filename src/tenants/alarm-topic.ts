import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { SnsTopicPolicy } from "@cdktf/provider-aws/lib/sns-topic-policy";
import { SnsTopicSubscription } from "@cdktf/provider-aws/lib/sns-topic-subscription";
import { Construct } from "constructs";
import { type TenantPlace, tenantAlarmTopicName } from "../names/tenant-resource-names";
import { EVENTBRIDGE } from "../infrastructure/event-publisher";
import { imageFindingsArn } from "./image-findings";
import { overTlsAlone } from "./resources/over-tls-alone";

export interface TenantAlarmTopicProps {
  readonly place: TenantPlace;
  readonly accountId: string;
  readonly region: string;

  /**
   * True for a topic in another region than the stack's.
   *
   * @default false
   */
  readonly isElsewhere?: boolean;
  readonly keyArn: string;

  /** Address that alarms are e-mailed to. It gets a message first, whose link it must follow. */
  readonly email: string;

  /** Lets the rule about vulnerabilities in images publish. */
  readonly scannedImages: boolean;
}

/** Topic that tells the team of alarms about the resources of a namespace. */
export class TenantAlarmTopic extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: TenantAlarmTopicProps) {
    super(scope, id);
    const { place, accountId, region, isElsewhere = false, keyArn, email } = props;
    const where = isElsewhere ? { region } : {};
    const name = tenantAlarmTopicName(place);
    this.arn = `arn:aws:sns:${region}:${accountId}:${name}`;

    const topic = new SnsTopic(this, "topic", {
      ...where,
      name,
      displayName: `Alarms of ${place.namespace}`,
      kmsMasterKeyId: keyArn,
    });
    new SnsTopicPolicy(this, "policy", {
      ...where,
      arn: topic.arn,
      policy: overTlsAlone(
        this.arn,
        ["sns:Publish", "sns:Subscribe"],
        [
          {
            Effect: "Allow",
            Principal: { Service: "cloudwatch.amazonaws.com" },
            Action: ["sns:Publish"],
            Resource: [this.arn],
            Condition: { StringEquals: { "aws:SourceAccount": accountId } },
          },
          ...(props.scannedImages ? [letRulePublish(props, this.arn)] : []),
        ],
      ),
    });
    new SnsTopicSubscription(this, "email", {
      ...where,
      topicArn: topic.arn,
      protocol: "email",
      endpoint: email,
    });
  }
}

const letRulePublish = ({ place, region, accountId }: TenantAlarmTopicProps, topicArn: string) => ({
  Effect: "Allow" as const,
  Principal: { Service: EVENTBRIDGE },
  Action: ["sns:Publish"],
  Resource: [topicArn],
  Condition: { ArnEquals: { "aws:SourceArn": imageFindingsArn(place, region, accountId) } },
});
