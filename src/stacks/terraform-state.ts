import { DataAwsCallerIdentity } from "@cdktf/provider-aws/lib/data-aws-caller-identity";
import type { App } from "cdktf";
import type { S3BackendConfig } from "../settings/state/backend";
import type { Environment } from "../settings/environment/environment";
import { publish } from "../constructs/outputs";
import { StateBucket } from "../infrastructure/state-bucket";
import { PlatformStack } from "./platform-stack";

/** Bucket for the state of every stack of an environment, including its own: see docs/backends.md. */
export class TerraformStateStack extends PlatformStack {
  constructor(app: App, environment: Environment, { bucket: name }: S3BackendConfig) {
    super(app, "terraform-state", environment);
    const { accountId } = new DataAwsCallerIdentity(this, "account");
    const bucket = new StateBucket(this, "states", { name, accountId });

    publish(this, { bucket: bucket.name, kms_key_arn: bucket.keyArn });
  }
}
