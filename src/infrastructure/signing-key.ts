import { DataAwsKmsPublicKey } from "@cdktf/provider-aws/lib/data-aws-kms-public-key";
import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { Construct } from "constructs";
import { policyDocument } from "../constructs/iam-policy";
import { DAYS_TO_SAVE, NO_SOONER } from "./key-deletion";
import { accountArn } from "./image-pull-policy";

export interface SigningKeyProps {
  readonly accountId: string;

  /** Alias without `alias/`. */
  readonly alias: string;

  /** Accounts that may read its public half, twelve digits each. */
  readonly verifyingAccounts: readonly string[];

  /** Makes Terraform refuse to destroy the key. */
  readonly protected: boolean;
}

/**
 * A key that signs our images. Its private half never leaves KMS; the public half suffices to verify a
 * signature.
 *
 * @see https://docs.sigstore.dev/cosign/key_management/overview/
 */
export class SigningKey extends Construct {
  readonly arn: string;

  /** Public half as PEM. */
  readonly publicKey: string;

  constructor(scope: Construct, id: string, props: SigningKeyProps) {
    super(scope, id);

    const key = new KmsKey(this, "key", {
      description: "Signs container images",
      keyUsage: "SIGN_VERIFY",
      // cosign makes and expects this kind. KMS cannot rotate an asymmetric key.
      customerMasterKeySpec: "ECC_NIST_P256",
      deletionWindowInDays: DAYS_TO_SAVE,
      policy: policyDocument([
        {
          // The account's IAM policies decide: see the roles that sign.
          Effect: "Allow",
          Principal: { AWS: accountArn(props.accountId) },
          Action: ["kms:*"],
          Resource: ["*"],
        },
        {
          Effect: "Allow",
          Principal: { AWS: props.verifyingAccounts.map(accountArn) },
          Action: ["kms:GetPublicKey", "kms:DescribeKey"],
          Resource: ["*"],
        },
        ...(props.protected ? [NO_SOONER] : []),
      ]),
      lifecycle: { preventDestroy: props.protected },
    });
    new KmsAlias(this, "alias", { name: `alias/${props.alias}`, targetKeyId: key.keyId });

    this.arn = key.arn;
    this.publicKey = new DataAwsKmsPublicKey(this, "public-key", { keyId: key.arn }).publicKeyPem;
  }
}
