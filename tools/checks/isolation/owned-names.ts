import {
  tenantBucketName,
  tenantCacheName,
  tenantCdnLogsName,
  tenantCdnName,
  tenantDatabaseName,
  tenantDeadLettersName,
  tenantAlarmTopicName,
  tenantDomainName,
  tenantKeyAlias,
  tenantQueueName,
  tenantRepositoryName,
  tenantTableName,
  tenantTopicName,
  imageFindingsRule,
  imagePusherRoleName,
} from "../../../src/names/tenant-resource-names";
import { deployerRoleName } from "../../../src/names/tenant-names";
import type { Tenant } from "../../../src/settings/products/products";
import { sharesOf } from "../../../src/settings/products/resources/imported";
import { type OwnResource, resourcesOf } from "../../../src/settings/products/resources/own-resources";

/** Beginning of the keys of names that end in a hash, wherever they stand. */
export const HASHED = "hashed:";

/** Thing in AWS that is a tenant's: its service and name, and the tenants that may name it too. */
export interface OwnedName {
  readonly key: string;
  readonly owner: Tenant;
  readonly sharedWith: readonly string[];
}

/** Things in AWS that are a tenant's, as `<service>:<name>`. */
export function ownedNames(tenant: Tenant, account: string): OwnedName[] {
  const shared = new Set<string>();
  const own = resourcesOf(tenant).flatMap((resource) => {
    const shares = sharesOf(resource);
    shares.forEach((other) => shared.add(other));
    return keysOf(tenant, resource, account).map(({ key, isShared }) => ({
      key,
      owner: tenant,
      sharedWith: isShared ? shares : [],
    }));
  });
  const others = [
    `sns:${tenantAlarmTopicName(tenant)}`,
    `events:rule/${imageFindingsRule(tenant)}`,
    `iam:role/${deployerRoleName(tenant.cluster, tenant.namespace)}`,
    `iam:role/${imagePusherRoleName(tenant)}`,
  ];
  return [
    ...own,
    ...others.map((key) => ({ key, owner: tenant, sharedWith: [] })),
    { key: tenantKeyAlias(tenant), owner: tenant, sharedWith: [...shared] },
  ];
}

interface Key {
  readonly key: string;

  /** True for the part that others get of a shared resource. */
  readonly isShared: boolean;
}

function keysOf(tenant: Tenant, resource: OwnResource, account: string): Key[] {
  const { inAws: name } = resource;
  const shared = (key: string): Key => ({ key, isShared: true });
  const own = (key: string): Key => ({ key, isShared: false });
  switch (resource.kind) {
    case "queue": {
      const fifo = resource.settings.fifo ?? false;
      return [
        shared(`sqs:${tenantQueueName(tenant, name, fifo)}`),
        own(`sqs:${tenantDeadLettersName(tenant, name, fifo)}`),
      ];
    }
    case "topic":
      return [shared(`sns:${tenantTopicName(tenant, name, resource.settings.fifo ?? false)}`)];
    case "bucket":
      return [shared(`s3:${tenantBucketName(tenant, name, account)}`)];
    case "table":
      return [shared(`dynamodb:table/${tenantTableName(tenant, name)}`)];
    case "registry":
      return [
        own(`ecr:repository/${tenantRepositoryName(tenant.product.product, tenant.environmentName, name)}`),
      ];
    case "postgres":
    case "mysql":
      return hashed(tenantDatabaseName(tenant, resource.kind, name), ["rds:db:", "rds:cluster:"]);
    case "redis":
      return hashed(tenantCacheName(tenant, name), [
        "elasticache:replicationgroup:",
        "elasticache:user:",
        "elasticache:usergroup:",
      ]);
    case "search":
      return hashed(tenantDomainName(tenant, name), ["es:domain/"]);
    case "cdn": {
      const around = tenantCdnName(tenant, name);
      return [
        own(`logs:delivery-source:${around}`),
        own(`s3:${tenantCdnLogsName(tenant, name, account)}`),
        own(`s3:${tenantCdnLogsName(tenant, name, account)}/AWSLogs/${account}`),
      ];
    }
    // AWS chooses the names of zones and certificates; those of secrets begin with their namespace.
    case "zone":
    case "certificate":
    case "secret":
      return [];
  }
}

/** Keys of something whose name ends in a hash: in ARNs, and alone. No other tenant gets a part of it. */
const hashed = (name: string, before: readonly string[]): Key[] =>
  [HASHED, ...before].map((each) => ({ key: `${each}${name}`, isShared: false }));
