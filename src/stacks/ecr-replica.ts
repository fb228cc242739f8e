import type { App } from "cdktf";
import { EncryptionKey } from "../infrastructure/encryption-key";
import { ImageCache } from "../infrastructure/image-cache";
import { ImageReplica } from "../infrastructure/image-replica";
import { ImageScanning } from "../infrastructure/image-scanning";
import type { Environment } from "../settings/environment/environment";
import type { ContainerRegistry } from "../settings/organisation/container-registry";
import { accountOf } from "../settings/organisation/environment-names";
import { PlatformStack } from "./platform-stack";

/**
 * Replica of the registry in the account and region of an environment, which its clusters pull from: copies of the
 * organisation's images, and a cache of others'.
 */
export class EcrReplicaStack extends PlatformStack {
  constructor(app: App, environment: Environment, registry: ContainerRegistry) {
    super(app, "ecr", environment);
    const { region } = environment;
    const accountId = accountOf(environment);

    const key = new EncryptionKey(this, "images", {
      accountId,
      description: "Container images",
      protected: environment.deletionProtection === true,
    });
    const replica = new ImageReplica(this, "replica", {
      accountId,
      region,
      sourceAccountId: registry.accountId,
      prefix: registry.prefix,
      deployedTagPrefix: registry.deployedTagPrefix,
      keyArn: key.arn,
    });
    new ImageCache(this, "cache", {
      accountId,
      region,
      keyArn: key.arn,
      upstreams: registry.upstreams,
      pullingAccounts: [accountId],
      copiers: [`arn:aws:iam::${accountId}:role/*-node-group`],
      otherAccess: [replica.access],
    });
    new ImageScanning(this, "scanning", {
      accountId,
      region,
      // The organisation's own images are scanned where they are pushed.
      prefixes: registry.upstreams.map(({ host }) => `${host}/`),
      emailSecret: registry.findingsEmailSecret,
    });
  }
}
