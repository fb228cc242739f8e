import type { Construct } from "constructs";
import type { TenantPlace } from "../names/tenant-resource-names";
import { EncryptionKey } from "../infrastructure/encryption-key";

export interface TenantKeyProps {
  readonly place: TenantPlace;
  readonly accountId: string;

  /** ARNs of the topics whose messages go to encrypted queues. */
  readonly topicArns: readonly string[];
  readonly kept: boolean;
}

/** Key that encrypts all resources of a namespace: of its own, so that no other tenant's role can read what it has. */
export const tenantKey = (
  scope: Construct,
  { place: { cluster, namespace }, accountId, topicArns, kept }: TenantKeyProps,
): EncryptionKey =>
  new EncryptionKey(scope, "encryption", {
    accountId,
    description: `AWS resources of ${namespace} on ${cluster}`,
    protected: kept,
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
    ],
  });
