import { DATABASE_ADDONS, databaseNames } from "../../settings/databases/database";
import type { ClusterEnvironment, Environment } from "../../settings/environment/environment";
import { STACK_NAMES, type StackName } from "../../settings/state/stack-names";
import { workspacesOf } from "../../settings/organisation/terraform-cloud";
import type { ExternalServicesConfig } from "../../settings/external-services/external-services";
import { secretReaderRoles } from "../../addons/external-secrets/readers";
import type { AddonsConfig } from "../../settings/addons";
import { addonDefinitions } from "../../settings/environment/addon-definitions";
import { sentryDsnSecret } from "../../settings/external-services/sentry-names";
import type { Ownership } from "../../terraform-cloud/permissions/ownership";
import type { Territory } from "../../terraform-cloud/permissions/territory";
import { bucketNames } from "../../names/cluster-names";
import { alarmsFromOutside, alarmsOf } from "./alarms";
import { recordsOf } from "./records";
import { passedRolesOf, rolesOf } from "./roles";

/** AWS managed policies that the stacks may attach to roles, and no others. */
const MANAGED_POLICIES = [
  "AmazonEKSClusterPolicy",
  "AmazonEKSVPCResourceController",
  "AmazonEKSWorkerNodePolicy",
  "AmazonEKS_CNI_Policy",
  "CloudWatchNetworkFlowMonitorAgentPublishPolicy",
  "AmazonEBSCSIDriverPolicyV2",
];

/** AWS's policy for nodes that people open a shell on. */
const SESSION_MANAGER = "AmazonSSMManagedInstanceCore";

/** Names in its AWS account of all that an environment's stacks, those of its clusters included, make and read. */
export function territoryOf(environment: Environment): Territory {
  const { alarmEmailSecret, clusters, dns, externalServices, forceDestroy, name, region } = environment;
  const { name: organisation, secretsPrefix } = environment.organisation;
  const names = clusters.map(({ cluster }) => cluster.name);

  return {
    accountId: workspacesOf(environment).account,
    region,
    organisation,
    clusterNames: names,
    buckets: names.flatMap((cluster) => bucketNames(cluster, name)),
    alarms: clusters.flatMap((cluster) => alarmsOf(cluster).alarms),
    topics: clusters.flatMap((cluster) => alarmsOf(cluster).topics),
    eventRules: clusters.flatMap((cluster) => alarmsOf(cluster).eventRules),
    databases: clusters.flatMap((cluster) => databasesOf(cluster).map((database) => database.name)),
    roles: clusters.flatMap(rolesOf),
    passedRoles: clusters.flatMap(passedRolesOf),
    assumedRoles: clusters.flatMap(secretReaderRoles),
    boundary: workspacesOf(environment).boundary,
    secretsPrefix,
    owned: ownershipOf(
      environment,
      STACK_NAMES.filter((stack) => stack !== "ecr"),
    ),
    records: recordsOf(environment),
    destroysZones: forceDestroy || environment.deletionProtection !== true,
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
    outside: alarmsFromOutside(environment),
    managedPolicies: [
      ...MANAGED_POLICIES,
      ...(clusters.some(({ cluster }) => cluster.sessionManager !== false) ? [SESSION_MANAGER] : []),
    ],
  };
}

/** Tags that the stacks of these names put on all that they make in an environment. */
export function ownershipOf(
  { name: environment, organisation }: Environment,
  deployments: readonly StackName[],
): Ownership {
  const { deployment: deploymentTag, environment: environmentTag } = organisation.tagNames;
  return { deploymentTag, deployments, environmentTag, environment };
}

const databasesOf = (environment: ClusterEnvironment) =>
  DATABASE_ADDONS.map((addon) => databaseNames(addon, environment));

/** Secrets that the stacks of a cluster make. */
const secretsOf = (environment: ClusterEnvironment): string[] => [
  ...databasesOf(environment).map(({ secretName }) => secretName),
  ...addonDefinitions()
    .filter(([name]) => environment.addons[name] !== false)
    .flatMap(([, { ownsSecrets }]) => ownsSecrets?.(environment) ?? []),
];

const logReceiverSecret = ({ fluentBit }: AddonsConfig): string[] =>
  fluentBit && fluentBit.controlPlane ? [fluentBit.controlPlane.secret] : [];

const uptimeSecrets = ({ uptime }: ExternalServicesConfig): string[] =>
  uptime === false ? [] : Object.values(uptime.destinations).map(({ emailSecret }) => emailSecret);
