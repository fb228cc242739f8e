import { DataAwsCallerIdentity } from "@cdktf/provider-aws/lib/data-aws-caller-identity";
import type { App } from "cdktf";
import { type ContainerRegistry, hasReplica } from "../settings/organisation/container-registry";
import { accountOf } from "../settings/organisation/environment-names";
import type { Environment } from "../settings/environment/environment";
import type { Tenants } from "../settings/tenants/tenants";
import { EncryptionKey } from "../infrastructure/encryption-key";
import { ImageCache } from "../infrastructure/image-cache";
import { ImageReplication } from "../infrastructure/image-replication";
import { ImageScanning } from "../infrastructure/image-scanning";
import { SigningKey } from "../infrastructure/signing-key";
import { imagesOf } from "./ecr/images";
import { addPublishers } from "./ecr/publishers";
import { addRepositories } from "./ecr/repositories";
import { taggersOf } from "./ecr/taggers";
import { publishRegistry } from "./ecr-outputs";
import { PlatformStack } from "./platform-stack";

interface EcrStackProps {
  readonly tenants: Tenants;
  readonly registry: ContainerRegistry;

  /** Every environment of the organisation, whose clusters pull and tag images. */
  readonly environments: readonly Environment[];
}

/** Registry that every cluster pulls from and every repository pushes to. One environment has it for all. */
export class EcrStack extends PlatformStack {
  constructor(app: App, environment: Environment, { tenants, registry, environments }: EcrStackProps) {
    super(app, "ecr", environment);
    const { region } = environment;
    const { pullingAccounts } = registry;
    const { accountId } = new DataAwsCallerIdentity(this, "account");
    const isProtected = environment.deletionProtection === true;

    const key = new EncryptionKey(this, "images", {
      accountId,
      description: "Container images",
      protected: isProtected,
    });
    const repositories = addRepositories(this, {
      images: imagesOf(tenants, registry),
      registry,
      keyArn: key.arn,
      protected: isProtected,
      taggers: taggersOf(environments, registry, environment.organisation),
    });
    new ImageCache(this, "cache", {
      accountId,
      region,
      keyArn: key.arn,
      upstreams: registry.upstreams,
      pullingAccounts,
      copiers: pullingAccounts.map((account) => `arn:aws:iam::${account}:role/*-node-group`),
    });
    const destinations = environments.filter(hasReplica);
    if (destinations.length > 0) {
      new ImageReplication(this, "replication", {
        prefix: registry.prefix,
        destinations: destinations.map((replica) => ({
          accountId: accountOf(replica),
          region: replica.region,
        })),
      });
    }
    const scanning = new ImageScanning(this, "scanning", {
      accountId,
      region,
      emailSecret: registry.findingsEmailSecret,
    });

    const signingKey = new SigningKey(this, "signing", {
      accountId,
      alias: registry.signingKeyAlias,
      verifyingAccounts: pullingAccounts,
      protected: isProtected,
    });
    const publishers = addPublishers(this, imagesOf(tenants, registry), {
      registry,
      repositories,
      signingKey,
    });

    publishRegistry(this, {
      cachedRegistries: registry.cachedRegistries,
      repositories,
      publishers,
      signingKey,
      findingsTopicArn: scanning.topicArn,
    });
  }
}
