import { DATABASE_ADDONS, databaseNames } from "../../config/database";
import type { Environment } from "../../config/environment";
import { ORGANISATION } from "../../config/organisation";
import { workspacesOf } from "../../config/terraform-cloud";
import type { ExternalServicesConfig } from "../../config/external-services";
import type { ServicesConfig } from "../../config/services";
import { sentryDsnSecret } from "../../config/sentry-names";
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
  const { alarmEmailSecret, cluster, dns, externalServices, forceDestroy, name, region, services } =
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
      ...(services.dex && services.dex.signIn !== "github"
        ? [`${ORGANISATION.secretsPrefix}/dex/administrator/${cluster.name}`]
        : []),
      ...(externalServices.sentry ? [sentryDsnSecret("*")] : []),
      ...(services.grafana ? [`${ORGANISATION.secretsPrefix}/grafana/encryption/${cluster.name}`] : []),
    ],
    readSecrets: [
      ...new Set([...(alarmEmailSecret ? [alarmEmailSecret] : []), ...uptimeSecrets(externalServices)]),
    ],
    logReceiverSecret: logReceiverSecret(services),
    watchedFromOutside: externalServices.uptime !== false,
    managedPolicies: MANAGED_POLICIES,
  };
}

const logReceiverSecret = ({ fluentBit }: ServicesConfig): string | undefined =>
  fluentBit && fluentBit.controlPlane ? fluentBit.controlPlane.secret : undefined;

const uptimeSecrets = ({ uptime }: ExternalServicesConfig): string[] =>
  uptime === false ? [] : Object.values(uptime.destinations).map(({ emailSecret }) => emailSecret);
