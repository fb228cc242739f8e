import { bounded, hashed } from "./bounded";
import { NAME_LIMITS } from "./limits";

/** Namespace on a cluster, by which AWS resources of tenants are named. */
export interface TenantPlace {
  /** Name that the cluster's stacks end in. */
  readonly cluster: string;
  readonly namespace: string;
}

/** Beginning of the names of all AWS resources that are tenants' own. */
export const TENANT_RESOURCE_PREFIX = "tenant-";

/**
 * Most characters of names that AWS gives tenants' resources.
 *
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-queues.html
 * @see https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Limits.html
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateReplicationGroup.html
 * @see https://docs.aws.amazon.com/opensearch-service/latest/APIReference/API_CreateDomain.html
 * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutDeliverySource.html
 */
const LONGEST = { queue: 80, topic: 256, table: 255, database: 63, cache: 40, domain: 28, cdn: 60 };

/** Ending that SQS and SNS ask of whatever keeps the order of messages. */
const FIFO = ".fifo";

/**
 * Name of a resource of any kind. Two hyphens part it from its namespace, and that from its cluster: rules keep them out of
 * names, so that no two resources have the same.
 */
const named = ({ cluster, namespace }: TenantPlace, name: string, longest: number): string =>
  bounded(`${TENANT_RESOURCE_PREFIX}${cluster}--${namespace}--${name}`, longest);

const ordered = (place: TenantPlace, name: string, longest: number, fifo: boolean): string =>
  fifo ? `${named(place, name, longest - FIFO.length)}${FIFO}` : named(place, name, longest);

/** Name of a tenant's queue. */
export const tenantQueueName = (place: TenantPlace, name: string, fifo: boolean): string =>
  ordered(place, name, LONGEST.queue, fifo);

/** Name of the queue that takes the messages with which the applications of another failed. */
export const tenantDeadLettersName = (place: TenantPlace, name: string, fifo: boolean): string =>
  ordered(place, `${name}--dead-letters`, LONGEST.queue, fifo);

/** Name of a tenant's topic. */
export const tenantTopicName = (place: TenantPlace, name: string, fifo: boolean): string =>
  ordered(place, name, LONGEST.topic, fifo);

/** Name of a tenant's table. */
export const tenantTableName = (place: TenantPlace, name: string): string =>
  named(place, name, LONGEST.table);

/** Name of a tenant's bucket. Names of buckets are taken once in all of AWS, so it has the account's id. */
export const tenantBucketName = (place: TenantPlace, name: string, accountId: string): string =>
  named(place, `${name}-${accountId}`, NAME_LIMITS.bucket);

/** Name of what stands around a tenant's distribution: AWS chooses the distribution's own. */
export const tenantCdnName = (place: TenantPlace, name: string): string => named(place, name, LONGEST.cdn);

/** Name of the bucket with the access logs of a tenant's distribution. */
export const tenantCdnLogsName = (place: TenantPlace, name: string, accountId: string): string =>
  named(place, `${name}--access-logs-${accountId}`, NAME_LIMITS.bucket);

/** Characters of the number that ends the name of an instance of Aurora. */
const NUMBER = "-1".length;

/** Name of a tenant's database. RDS takes no two hyphens in a row, so a hash tells apart what begins alike. */
export const tenantDatabaseName = (place: TenantPlace, kind: string, name: string): string =>
  withHash(place, kind, name, LONGEST.database - NUMBER);

/** Name of a tenant's cache, of its user and of the group of its users. */
export const tenantCacheName = (place: TenantPlace, name: string): string =>
  withHash(place, "redis", name, LONGEST.cache);

/** Name of a tenant's domain of OpenSearch. */
export const tenantDomainName = (place: TenantPlace, name: string): string =>
  withHash(place, "search", name, LONGEST.domain);

const withHash = ({ cluster, namespace }: TenantPlace, kind: string, name: string, longest: number): string =>
  hashed(
    `${TENANT_RESOURCE_PREFIX}${namespace}-${name}`,
    [cluster, namespace, kind, name].join("--"),
    longest,
  );

/** User as whom pods sign in to a tenant's database. No other database of an account has a user of this name. */
export const TENANT_DATABASE_USER = "tenant_app";

/** Name of the ClusterSecretStore by which the users of a namespace's databases are made. It serves the platform alone. */
export const databaseMastersStore = (namespace: string): string => `databases-of-${namespace}`;

/** Name of the role behind that store, before a hyphen and the name of its cluster. */
export const databaseMastersRole = (namespace: string): string => `databases-of-${namespace}-`;

/** Name of the release that makes the users of a namespace's databases. */
export const databaseUsersReleaseName = (namespace: string): string =>
  bounded(`database-users-${namespace}`, LONGEST_RELEASE);

/** First part of the names of all secrets of tenants. The platform itself reads none of them. */
export const TENANT_SECRETS = "tenants";

/** Beginning of the names of all secrets of the tenants of a cluster. Policies name each namespace's by it. */
export const tenantSecretsOf = (cluster: string): string => `${TENANT_SECRETS}/${cluster}/`;

/** Name of a tenant's secret in Secrets Manager. */
export const tenantSecretName = ({ cluster, namespace }: TenantPlace, kind: string, name: string): string =>
  `${tenantSecretsOf(cluster)}${namespace}/${kind}/${name}`;

/** Name of the secret with the address to which a tenant reports exceptions. No kind of resource is called so. */
export const tenantSentrySecret = (place: TenantPlace): string => tenantSecretName(place, "sentry", "dsn");

/** Beginning of the names of the ClusterSecretStores of tenants; the namespace follows. */
export const TENANT_STORE_PREFIX = "tenant-";

/** Name of the ClusterSecretStore that serves a tenant's namespace. */
export const tenantStoreName = (namespace: string): string => `${TENANT_STORE_PREFIX}${namespace}`;

/** Name of the role by which a tenant's secrets are read, before a hyphen and the name of its cluster. */
export const tenantReaderRole = (namespace: string): string => `secrets-of-${namespace}-`;

/** First part of the names of all repositories of products' images. */
export const TENANT_IMAGES = "tenants";

/** Name of a repository of a product's images. The product comes first: all of its namespaces may run them. */
export const tenantRepositoryName = (product: string, environment: string, name: string): string =>
  `${TENANT_IMAGES}/${product}/${environment}/${name}`;

/**
 * Most characters of the beginning that names of self-service share: it leaves 20 of a bucket's for the tenant's choice.
 */
const LONGEST_BEGINNING = 40;

/** End of that beginning. Names of resources that Terraform makes have no three hyphens in a row. */
const SELF_SERVICE = "---";

/** Beginning of the names of the tables and buckets that a namespace makes itself. */
export const selfServicePrefix = ({ cluster, namespace }: TenantPlace): string =>
  `${bounded(`${TENANT_RESOURCE_PREFIX}${cluster}--${namespace}`, LONGEST_BEGINNING)}${SELF_SERVICE}`;

/** Pattern of the names of self-service of all namespaces. */
export const SELF_SERVICE_NAMES = `${TENANT_RESOURCE_PREFIX}*${SELF_SERVICE}*`;

/** Name of the role by which workflows push the images of a namespace that Argo CD deploys to. */
export const imagePusherRoleName = ({ cluster, namespace }: TenantPlace): string =>
  bounded(`${TENANT_RESOURCE_PREFIX}${cluster}-${namespace}-images`, NAME_LIMITS.role);

/** Characters of the longest name of a rule of EventBridge. */
const LONGEST_RULE = 64;

/** Name of the rule that tells a team of vulnerabilities in its images. */
export const imageFindingsRule = ({ cluster, namespace }: TenantPlace): string =>
  bounded(`${TENANT_RESOURCE_PREFIX}${cluster}--${namespace}--image-findings`, LONGEST_RULE);

/** Alias of the key of a namespace that shares resources, by which roles of other namespaces name it. */
export const tenantKeyAlias = ({ cluster, namespace }: TenantPlace): string =>
  `alias/${TENANT_RESOURCE_PREFIX}${cluster}--${namespace}`;

/** Name of the security group of a namespace's pods that connect to its databases. */
export const tenantPodsGroupName = ({ cluster, namespace }: TenantPlace): string =>
  `tenants-pods-${cluster}--${namespace}`;

/** Name of the topic of a namespace's alarms. No tenant's own topic begins so. */
export const tenantAlarmTopicName = ({ cluster, namespace }: TenantPlace): string =>
  `tenants-alarms-${cluster}--${namespace}`;

/** Name of the role of a tenant's service account, before a hyphen and the name of its cluster. */
export const tenantAccountRole = (namespace: string, account: string): string =>
  `${TENANT_RESOURCE_PREFIX}${namespace}--${account}-`;

/** Name of the policy that bounds the roles of tenants' service accounts in an environment. */
export const tenantBoundaryName = (environment: string): string =>
  bounded(`platform-tenants_${environment}`, NAME_LIMITS.role);

/** Name of a policy for the roles that plan and apply tenants' stacks in an environment. */
export const tenantRunPolicyName = (environment: string, purpose: string): string =>
  `platform-tenant-runs_${environment}_${purpose}`;

/** Characters of the longest name of a Helm release. */
const LONGEST_RELEASE = 53;

/** Name of the release of a tenant's service accounts and ConfigMap. */
export const resourcesReleaseName = (namespace: string): string =>
  bounded(`resources-${namespace}`, LONGEST_RELEASE);
