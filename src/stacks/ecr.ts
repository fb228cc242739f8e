import { DataAwsCallerIdentity } from "@cdktf/provider-aws/lib/data-aws-caller-identity";
import type { App } from "cdktf";
import {
  CONTAINER_REGISTRY,
  PULLING_ACCOUNTS,
  UPSTREAM_REGISTRIES,
} from "../settings/organisation/container-registry";
import type { Environment } from "../settings/environment/environment";
import type { Tenants } from "../settings/tenants/tenants";
import { EncryptionKey } from "../infrastructure/encryption-key";
import { ImageCache } from "../infrastructure/image-cache";
import { ImageScanning } from "../infrastructure/image-scanning";
import { SigningKey } from "../infrastructure/signing-key";
import { addPublishers } from "./ecr/publishers";
import { addRepositories } from "./ecr/repositories";
import { publishRegistry } from "./ecr-outputs";
import { PlatformStack } from "./platform-stack";

/** The registry that every cluster pulls from and every repository pushes to. One environment has it for all. */
export class EcrStack extends PlatformStack {
  constructor(app: App, environment: Environment, tenants: Tenants) {
    super(app, "ecr", environment);
    const { region } = environment;
    const { accountId } = new DataAwsCallerIdentity(this, "account");
    const isProtected = environment.deletionProtection === true;

    const key = new EncryptionKey(this, "images", {
      accountId,
      description: "Container images",
      protected: isProtected,
    });
    const repositories = addRepositories(this, tenants, { keyArn: key.arn, protected: isProtected });
    new ImageCache(this, "cache", {
      accountId,
      region,
      keyArn: key.arn,
      upstreams: UPSTREAM_REGISTRIES,
      pullingAccounts: PULLING_ACCOUNTS,
      copiers: PULLING_ACCOUNTS.map((account) => `arn:aws:iam::${account}:role/*-node-group`),
    });
    const scanning = new ImageScanning(this, "scanning", {
      accountId,
      region,
      emailSecret: CONTAINER_REGISTRY.findingsEmailSecret,
    });

    const signingKey = new SigningKey(this, "signing", {
      accountId,
      alias: CONTAINER_REGISTRY.signingKeyAlias,
      verifyingAccounts: PULLING_ACCOUNTS,
      protected: isProtected,
    });
    const publishers = addPublishers(this, tenants, { repositories, signingKey });

    publishRegistry(this, { repositories, publishers, signingKey, findingsTopicArn: scanning.topicArn });
  }
}
