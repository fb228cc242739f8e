import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { Construct } from "constructs";
import { type Conditions, policyDocument } from "../constructs/iam-policy";
import { DAYS_TO_SAVE, NO_SOONER } from "./key-deletion";

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

  /**
   * Has AWS wait thirty days before it deletes the key, whoever asks.
   *
   * @default - if it is protected
   */
  readonly deletedLate?: boolean;
}

const USE = [
  "kms:Decrypt",
  "kms:Encrypt",
  "kms:GenerateDataKey",
  "kms:GenerateDataKeyWithoutPlaintext",
  "kms:ReEncryptFrom",
  "kms:ReEncryptTo",
];

/** Days that AWS waits at least before it deletes a key. */
const DAYS_AT_LEAST = 7;

/**
 * A KMS key that is rotated every year.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
export class EncryptionKey extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: EncryptionKeyProps) {
    super(scope, id);
    const { accountId, description, users = [], deletedLate = props.protected } = props;

    this.arn = new KmsKey(this, "key", {
      region: props.region,
      description,
      enableKeyRotation: true,
      deletionWindowInDays: deletedLate ? DAYS_TO_SAVE : DAYS_AT_LEAST,
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
        ...(deletedLate ? [NO_SOONER] : []),
      ]),
      lifecycle: { preventDestroy: props.protected },
    }).arn;
  }
}
