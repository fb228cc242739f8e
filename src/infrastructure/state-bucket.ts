import { Construct } from "constructs";
import { SecureBucket } from "../constructs/secure-bucket";
import { EncryptionKey } from "./encryption-key";

export interface StateBucketProps {
  /** Name, unique in all of AWS. */
  readonly name: string;
  readonly accountId: string;
}

/** Days in which an overwritten or deleted state can be restored. */
const RECOVERY_DAYS = 90;

/**
 * A bucket for Terraform state outside HCP Terraform: versioned, encrypted with a key of its own, reached
 * over TLS only. Neither Terraform nor AWS destroys it: its key refuses, and a bucket that holds states is
 * never empty.
 *
 * @see https://developer.hashicorp.com/terraform/language/backend/s3
 */
export class StateBucket extends Construct {
  readonly name: string;
  readonly keyArn: string;

  constructor(scope: Construct, id: string, { name, accountId }: StateBucketProps) {
    super(scope, id);

    this.keyArn = new EncryptionKey(this, "encryption", {
      accountId,
      description: `Terraform states in ${name}`,
      protected: true,
    }).arn;
    this.name = new SecureBucket(this, "storage", {
      name,
      kmsKeyArn: this.keyArn,
      recoveryDays: RECOVERY_DAYS,
    }).id;
  }
}
