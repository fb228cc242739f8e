import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
import type { Construct } from "constructs";
import { tenantAlarmTopicName, tenantKeyAlias, type TenantPlace } from "../names/tenant-resource-names";
import { EVENTBRIDGE } from "../infrastructure/event-publisher";
import { EncryptionKey } from "../infrastructure/encryption-key";

export interface TenantKeyProps {
  readonly place: TenantPlace;
  readonly accountId: string;

  /** ARNs of the topics whose messages go to encrypted queues. */
  readonly topicArns: readonly string[];
  readonly region: string;

  /** Lets EventBridge tell the team of vulnerabilities in images. */
  readonly scannedImages: boolean;
  readonly kept: boolean;

  /** True on a cluster that the public depends on: the key outlives the last resource of its namespace by a month. */
  readonly live: boolean;

  /** Gives the key an alias, by which roles of other namespaces name it. */
  readonly shared: boolean;
}

/** Key that encrypts all resources of a namespace: of its own, so that no other tenant's role can read what it has. */
export const tenantKey = (
  scope: Construct,
  { place, accountId, region, topicArns, scannedImages, kept, live, shared }: TenantKeyProps,
): EncryptionKey => {
  const key = new EncryptionKey(scope, "encryption", {
    accountId,
    description: `AWS resources of ${place.namespace} on ${place.cluster}`,
    protected: kept,
    deletedLate: kept || live,
    users: [
      {
        service: "cloudwatch.amazonaws.com",
        conditions: { StringEquals: { "aws:SourceAccount": accountId } },
      },
      ...(topicArns.length === 0
        ? []
        : [
            {
              service: "sns.amazonaws.com",
              conditions: {
                StringEquals: { "aws:SourceAccount": accountId },
                ArnEquals: { "aws:SourceArn": topicArns },
              },
            },
          ]),
      ...(scannedImages
        ? [
            {
              service: EVENTBRIDGE,
              // Its messages to an encrypted topic name neither their account nor their rule.
              conditions: {
                StringEquals: {
                  "kms:EncryptionContext:aws:sns:topicArn": `arn:aws:sns:${region}:${accountId}:${tenantAlarmTopicName(place)}`,
                },
              },
            },
          ]
        : []),
    ],
  });
  if (shared) {
    new KmsAlias(scope, "key-alias", { name: tenantKeyAlias(place), targetKeyId: key.arn });
  }
  return key;
};
