import { Construct } from "constructs";
import { EncryptionKey } from "../infrastructure/encryption-key";
import type { TenantPlace } from "../names/tenant-resource-names";
import { TenantAlarmTopic } from "./alarm-topic";
import { CLOUDFRONT_REGION } from "./resources/cdn/us-east-1";

export interface CdnAlarmsProps {
  readonly place: TenantPlace;
  readonly accountId: string;

  /** Address that alarms are e-mailed to. It gets a message first, whose link it must follow. */
  readonly email: string;
}

/** Topic for alarms about distributions, with a key: alarms reach topics of their own region alone, and topics its keys. */
export class CdnAlarms extends Construct {
  readonly topicArn: string;

  constructor(scope: Construct, id: string, { place, accountId, email }: CdnAlarmsProps) {
    super(scope, id);
    const { arn: keyArn } = new EncryptionKey(this, "encryption", {
      accountId,
      region: CLOUDFRONT_REGION,
      description: `Alarms about distributions of ${place.namespace} on ${place.cluster}`,
      // Nothing but messages on their way is encrypted with it.
      protected: false,
      users: [
        {
          service: "cloudwatch.amazonaws.com",
          conditions: { StringEquals: { "aws:SourceAccount": accountId } },
        },
      ],
    });
    this.topicArn = new TenantAlarmTopic(this, "alarms", {
      place,
      accountId,
      region: CLOUDFRONT_REGION,
      isElsewhere: true,
      keyArn,
      email,
      scannedImages: false,
    }).arn;
  }
}
