import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { Construct } from "constructs";
import { type Conditions, policyDocument } from "../constructs/iam-policy";

/** An AWS service that may encrypt and decrypt with a key. */
export interface KeyUser {
  readonly service: string;
  readonly conditions: Conditions;

  /** @default - to encrypt and to decrypt */
  readonly actions?: readonly string[];
}

export interface EncryptionKeyProps {
  readonly accountId: string;
  readonly description: string;

  /** @default - none: the account's own IAM policies decide */
  readonly users?: readonly KeyUser[];

  /** @default - the stack's */
  readonly region?: string;

  /** Makes Terraform refuse to destroy the key. */
  readonly protected: boolean;
}

const USE = [
  "kms:Decrypt",
  "kms:Encrypt",
  "kms:GenerateDataKey",
  "kms:GenerateDataKeyWithoutPlaintext",
  "kms:ReEncryptFrom",
  "kms:ReEncryptTo",
];

/**
 * A KMS key that is rotated every year.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
export class EncryptionKey extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: EncryptionKeyProps) {
    super(scope, id);
    const { accountId, description, users = [] } = props;

    this.arn = new KmsKey(this, "key", {
      region: props.region,
      description,
      enableKeyRotation: true,
      deletionWindowInDays: 7,
      policy: policyDocument([
        {
          // Without the account itself, the key's administrators could lock themselves out for good.
          Effect: "Allow",
          Principal: { AWS: `arn:aws:iam::${accountId}:root` },
          Action: ["kms:*"],
          Resource: ["*"],
        },
        ...users.map(({ service, conditions, actions = USE }) => ({
          Effect: "Allow" as const,
          Principal: { Service: service },
          Action: actions,
          Resource: ["*"],
          Condition: conditions,
        })),
      ]),
      lifecycle: { preventDestroy: props.protected },
    }).arn;
  }
}
