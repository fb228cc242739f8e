import { DATABASE_ADDONS, databaseNames } from "../../settings/databases/database";
import type { Environment } from "../../settings/environment/environment";
import { ORGANISATION } from "../../platform/organisation";
import { workspacesOf } from "../../settings/organisation/terraform-cloud";
import type { ExternalServicesConfig } from "../../settings/external-services/external-services";
import type { AddonsConfig } from "../../settings/addons";
import { sentryDsnSecret } from "../../settings/external-services/sentry-names";
import type { Territory } from "../../terraform-cloud/permissions/territory";

/** AWS's own policies that the stacks attach to roles, and no others. */
const MANAGED_POLICIES = [
  "AmazonEKSClusterPolicy",
  "AmazonEKSVPCResourceController",
  "AmazonEKSWorkerNodePolicy",
  "AmazonEKS_CNI_Policy",
  "AmazonSSMManagedInstanceCore",
  "CloudWatchNetworkFlowMonitorAgentPublishPolicy",
  "AmazonEBSCSIDriverPolicyV2",
];

/** What of its AWS account an environment's stacks make and read. */
export function territoryOf(environment: Environment): Territory {
  const { alarmEmailSecret, cluster, dns, externalServices, forceDestroy, name, region, addons } =
    environment;
  const databases = DATABASE_ADDONS.map((addon) => databaseNames(addon, environment));

  return {
    accountId: workspacesOf(environment).account,
    region,
    clusterName: cluster.name,
    buckets: [`${cluster.name}-${name}-*`],
    databases: databases.map((database) => database.name),
    forceDestroy,
    findsZones: dns.parentZone !== undefined,
    secrets: [
      ...databases.map(({ secretName }) => secretName),
      `${ORGANISATION.secretsPrefix}/dex/clients/${cluster.name}/*`,
      ...(addons.dex && addons.dex.signIn !== "github"
        ? [`${ORGANISATION.secretsPrefix}/dex/administrator/${cluster.name}`]
        : []),
      ...(externalServices.sentry ? [sentryDsnSecret("*")] : []),
      ...(addons.grafana ? [`${ORGANISATION.secretsPrefix}/grafana/encryption/${cluster.name}`] : []),
    ],
    readSecrets: [
      ...new Set([...(alarmEmailSecret ? [alarmEmailSecret] : []), ...uptimeSecrets(externalServices)]),
    ],
    logReceiverSecret: logReceiverSecret(addons),
    watchedFromOutside: externalServices.uptime !== false,
    managedPolicies: MANAGED_POLICIES,
  };
}

const logReceiverSecret = ({ fluentBit }: AddonsConfig): string | undefined =>
  fluentBit && fluentBit.controlPlane ? fluentBit.controlPlane.secret : undefined;

const uptimeSecrets = ({ uptime }: ExternalServicesConfig): string[] =>
  uptime === false ? [] : Object.values(uptime.destinations).map(({ emailSecret }) => emailSecret);
