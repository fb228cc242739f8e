import type { Tenant } from "../products";
import type { BucketConfig } from "./bucket";
import type { CdnConfig } from "./cdn";
import type { CertificateConfig } from "./certificate";
import type { ZoneConfig } from "./zone";
import { MYSQL_VERSIONS, type MysqlConfig } from "./mysql";
import { POSTGRES_VERSIONS, type PostgresConfig } from "./postgres";
import type { QueueConfig } from "./queue";
import { type RedisConfig, VALKEY_VERSIONS } from "./redis";
import type { RegistryConfig } from "./registry";
import type { ResourceKind } from "./schema";
import type { SearchConfig } from "./search";
import type { SecretConfig } from "./secret";
import type { TableConfig } from "./table";
import type { TopicConfig } from "./topic";

/** One AWS resource of a namespace. */
export type OwnResource = {
  readonly name: string;

  /** Name by which AWS and Terraform know it: the first that it had. */
  readonly inAws: string;
} & (
  | { readonly kind: "queue"; readonly settings: QueueConfig }
  | { readonly kind: "topic"; readonly settings: TopicConfig }
  | { readonly kind: "bucket"; readonly settings: BucketConfig }
  | { readonly kind: "table"; readonly settings: TableConfig }
  | { readonly kind: "secret"; readonly settings: SecretConfig }
  | { readonly kind: "registry"; readonly settings: RegistryConfig }
  | { readonly kind: "zone"; readonly settings: ZoneConfig }
  | { readonly kind: "certificate"; readonly settings: CertificateConfig }
  | { readonly kind: "cdn"; readonly settings: CdnConfig }
  | { readonly kind: "postgres"; readonly settings: PostgresConfig }
  | { readonly kind: "mysql"; readonly settings: MysqlConfig }
  | { readonly kind: "redis"; readonly settings: RedisConfig }
  | { readonly kind: "search"; readonly settings: SearchConfig }
);

/** Resources of a namespace, in the order of its file. */
export function resourcesOf({ settings: { resources } }: Pick<Tenant, "settings">): readonly OwnResource[] {
  if (resources === undefined) {
    return [];
  }
  const known = listed.get(resources) ?? listOf(resources);
  listed.set(resources, known);
  return known;
}

/** Lists by the settings that they are of. Twenty rules ask for each. */
const listed = new WeakMap<object, readonly OwnResource[]>();

const listOf = (resources: object): OwnResource[] =>
  Object.entries(resources).flatMap(([kind, byName]) =>
    Object.entries(byName as Readonly<Record<string, object>>).map(
      ([name, settings]) =>
        ({
          kind,
          name,
          inAws: (settings as { readonly renamedFrom?: string }).renamedFrom ?? name,
          settings,
        }) as OwnResource,
    ),
  );

/** Kinds that pods use without an identity in AWS: a Secret of Kubernetes, images that nodes pull, names and certificates. */
const WITHOUT_IDENTITY: readonly ResourceKind[] = ["certificate", "registry", "secret", "zone"];

/** True for a resource that pods use with an identity in AWS. */
export const needsIdentity = ({ kind }: OwnResource): boolean => !WITHOUT_IDENTITY.includes(kind);

/** True for a resource whose user External Secrets helps to make, or that it copies. */
export const needsCopies = ({ kind }: OwnResource): boolean => ["secret", "postgres", "mysql"].includes(kind);

/** Ports of resources that pods connect to in the cluster's private subnets. */
const PORTS: Readonly<Partial<Record<ResourceKind, number>>> = {
  postgres: 5432,
  mysql: 3306,
  redis: 6379,
  search: 443,
};

/** True for a resource in the cluster's own subnets. */
export const isConnectedTo = ({ kind }: Pick<OwnResource, "kind">): boolean => PORTS[kind] !== undefined;

/** Ports of a namespace's resources in the cluster's private subnets, each once. */
export const portsOf = (tenant: Pick<Tenant, "settings">): number[] => [
  ...new Set(resourcesOf(tenant).flatMap(({ kind }) => PORTS[kind] ?? [])),
];

/** Last day of support of a resource's engine; `undefined` for one without versions. */
export function supportedUntil({ kind, settings }: OwnResource): string | undefined {
  switch (kind) {
    case "postgres":
      return POSTGRES_VERSIONS[settings.version];
    case "mysql":
      return MYSQL_VERSIONS[settings.version];
    case "redis":
      return VALKEY_VERSIONS[settings.version];
    default:
      return undefined;
  }
}

/** Service accounts that a resource names; `undefined` for all. */
export const namedUsers = ({ settings }: OwnResource): readonly string[] | undefined =>
  "usedBy" in settings ? settings.usedBy : undefined;

/** Service accounts that may use a resource. */
export const usersOf = (
  { settings: { serviceAccounts = [] } }: Pick<Tenant, "settings">,
  resource: OwnResource,
): readonly string[] => (needsIdentity(resource) ? (namedUsers(resource) ?? serviceAccounts) : []);

/** True for a resource that Terraform refuses to remove. */
export const isKept = (
  { live, settings: { protection: ofNamespace = true } }: Pick<Tenant, "live" | "settings">,
  { settings: { protection } }: OwnResource,
): boolean => ofNamespace === true && (protection === undefined ? live : protection === true);

/** Buckets of a namespace whose objects its distributions show. */
export const shownBuckets = (own: readonly OwnResource[]): readonly OwnResource[] => {
  const names = new Set(
    own.flatMap(({ kind, settings }) =>
      kind === "cdn" && "bucket" in settings.origin ? settings.origin.bucket : [],
    ),
  );
  return own.filter(({ kind, name }) => kind === "bucket" && names.has(name));
};

/** Keys of the ConfigMap for each kind, after the kind and the name. They are promises to applications. */
export const CONFIG_KEYS = {
  queue: ["URL", "ARN", "DEAD_LETTERS_URL"],
  topic: ["ARN"],
  bucket: ["NAME"],
  table: ["NAME"],
  secret: ["NAME"],
  registry: ["URL"],
  zone: ["ID", "NAME_SERVER_1", "NAME_SERVER_2", "NAME_SERVER_3", "NAME_SERVER_4"],
  certificate: ["ARN"],
  cdn: ["ID", "URL", "LOGS_BUCKET"],
  postgres: ["HOST", "READER_HOST", "PORT", "DATABASE", "USER"],
  mysql: ["HOST", "PORT", "DATABASE", "USER"],
  redis: ["HOST", "READER_HOST", "PORT", "USER", "CACHE"],
  search: ["URL"],
} as const satisfies Readonly<Record<ResourceKind, readonly string[]>>;

/** Key of the ConfigMap, such as `QUEUE_READINGS_URL`. */
export const configKey = (kind: ResourceKind, name: string, key: string): string =>
  [kind, name, key].join("_").replaceAll("-", "_").toUpperCase();
