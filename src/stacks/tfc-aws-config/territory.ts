import { DATABASE_ADDONS, databaseNames } from "../../settings/databases/database";
import type { ClusterEnvironment, Environment } from "../../settings/environment/environment";
import { workspacesOf } from "../../settings/organisation/terraform-cloud";
import type { ExternalServicesConfig } from "../../settings/external-services/external-services";
import { type AddonsConfig, definitions } from "../../settings/addons";
import { sentryDsnSecret } from "../../settings/external-services/sentry-names";
import type { Territory } from "../../terraform-cloud/permissions/territory";
import { bucketPattern } from "../../names/cluster-names";

/** AWS managed policies that the stacks may attach to roles, and no others. */
const MANAGED_POLICIES = [
  "AmazonEKSClusterPolicy",
  "AmazonEKSVPCResourceController",
  "AmazonEKSWorkerNodePolicy",
  "AmazonEKS_CNI_Policy",
  "AmazonSSMManagedInstanceCore",
  "CloudWatchNetworkFlowMonitorAgentPublishPolicy",
  "AmazonEBSCSIDriverPolicyV2",
];

/**
 * Names in its AWS account of everything that an environment's stacks, including those of its clusters, make
 * and read.
 */
export function territoryOf(environment: Environment): Territory {
  const { alarmEmailSecret, clusters, dns, externalServices, forceDestroy, name, region } = environment;
  const { name: organisation, secretsPrefix } = environment.organisation;
  const names = clusters.map(({ cluster }) => cluster.name);

  return {
    accountId: workspacesOf(environment).account,
    region,
    organisation,
    clusterNames: names,
    buckets: names.map((cluster) => bucketPattern(cluster, name)),
    databases: clusters.flatMap((cluster) => databasesOf(cluster).map((database) => database.name)),
    forceDestroy,
    findsZones: dns.parentZone !== undefined,
    secrets: [
      ...clusters.flatMap((cluster) => secretsOf(cluster)),
      ...(externalServices.sentry ? [sentryDsnSecret(secretsPrefix, "*")] : []),
    ],
    readSecrets: [
      ...new Set([...(alarmEmailSecret ? [alarmEmailSecret] : []), ...uptimeSecrets(externalServices)]),
    ],
    logReceiverSecrets: [...new Set(clusters.flatMap(({ addons }) => logReceiverSecret(addons)))],
    watchedFromOutside: externalServices.uptime !== false,
    managedPolicies: MANAGED_POLICIES,
  };
}

const databasesOf = (environment: ClusterEnvironment) =>
  DATABASE_ADDONS.map((addon) => databaseNames(addon, environment));

/** Secrets that the stacks of a cluster make. */
const secretsOf = (environment: ClusterEnvironment): string[] => [
  ...databasesOf(environment).map(({ secretName }) => secretName),
  ...definitions()
    .filter(([name]) => environment.addons[name] !== false)
    .flatMap(([, { ownsSecrets }]) => ownsSecrets?.(environment) ?? []),
];

const logReceiverSecret = ({ fluentBit }: AddonsConfig): string[] =>
  fluentBit && fluentBit.controlPlane ? [fluentBit.controlPlane.secret] : [];

const uptimeSecrets = ({ uptime }: ExternalServicesConfig): string[] =>
  uptime === false ? [] : Object.values(uptime.destinations).map(({ emailSecret }) => emailSecret);
