import { vpcIpv6 } from "../../settings/network/network";
import { DATABASE_ADDONS, databaseNames } from "../../settings/databases/database";
import {
  type ClusterEnvironment,
  type Environment,
  mainCluster,
} from "../../settings/environment/environment";
import { sharesLogs } from "../../settings/environment/fleet-logs";
import { METRICS_OF, observabilityOf, reports } from "../../settings/environment/fleet-metrics";
import { HUB_GROUP } from "../../settings/environment/hub";
import { clusterReaders } from "../../settings/environment/cluster-readers";
import { CLUSTER_STACK_NAMES, STACK_NAMES, type StackName } from "../../settings/state/stack-names";
import { accountOf } from "../../settings/organisation/environment-names";
import { boundaryName } from "../../settings/environment/boundary";
import type { ExternalServicesConfig } from "../../settings/external-services/external-services";
import { secretReaderRoles } from "../../addons/external-secrets/readers";
import type { AddonsConfig } from "../../settings/addons";
import { addonDefinitions } from "../../settings/environment/addon-definitions";
import { sentrySecrets } from "../../settings/external-services/sentry-names";
import type { Ownership } from "../../terraform-cloud/permissions/ownership";
import type { PoolTerritory } from "../../terraform-cloud/permissions/compute";
import type { Territory } from "../../terraform-cloud/permissions/territory";
import { workspaceLogGroupName } from "../../infrastructure/metrics-workspace";
import { AUTO_MODE_POLICIES } from "../../infrastructure/eks-cluster";
import type { Connections } from "../../terraform-cloud/permissions/connections";
import type { RelayTerritory } from "../../terraform-cloud/permissions/relay";
import {
  agentsLogGroupName,
  agentsName,
  bucketName,
  bucketNames,
  poolNodeRoleName,
  queueName,
  relayDocumentName,
  relayLogGroupName,
  relayName,
  vpnLogGroupName,
} from "../../names/cluster-names";
import { selfServiceRoleNames } from "../../names/capability-names";
import { capabilitiesOf } from "../../settings/cluster/eks-capabilities";
import { hasFargate } from "../../settings/cluster/compute/compute";
import { alarmsFromOutside, alarmsOf } from "./alarms";
import { recordsOfCluster, recordsOfEnvironment } from "./records";
import { passedRolesOf, readerRolesOf, rolesOf } from "./roles";

/** AWS managed policies that the stacks may attach to roles, and no others. */
const MANAGED_POLICIES = [
  "AmazonEKSClusterPolicy",
  "AmazonEKSVPCResourceController",
  "AmazonEKSWorkerNodePolicy",
  "AmazonEKS_CNI_Policy",
  "CloudWatchNetworkFlowMonitorAgentPublishPolicy",
  "AmazonEBSCSIDriverPolicyV2",
];

/** AWS's policy for nodes of Auto Mode. */
const AUTO_NODE_POLICY = "AmazonEKSWorkerNodeMinimalPolicy";

/** AWS's policy for kubelets on Fargate. */
const FARGATE_POLICY = "AmazonEKSFargatePodExecutionRolePolicy";

/** AWS's policy for nodes that people open a shell on. */
const SESSION_MANAGER = "AmazonSSMManagedInstanceCore";

/** Names in its AWS account of all that the stacks of an environment and of its main cluster make and read. */
export function territoryOfEnvironment(environment: Environment): Territory {
  const { dns, externalServices } = environment;
  const main = territoryOfCluster(mainCluster(environment));

  return {
    ...main,
    owned: ownershipOf(
      environment,
      STACK_NAMES.filter((stack) => stack !== "ecr"),
    ),
    records: recordsOfEnvironment(environment),
    findsZones: dns.parentZone !== undefined,
    secrets: [...main.secrets, ...(externalServices.sentry ? sentrySecrets(environment.organisation) : [])],
    readSecrets: [...new Set([...main.readSecrets, ...uptimeSecrets(externalServices)])],
    outside: alarmsFromOutside(environment),
  };
}

/**
 * Roles of workload clusters that a hub may take at most: those of the name in every account of the organisation. Its own roles
 * name the clusters that are registered.
 */
const hubRoles = ({ cluster: { fleet }, organisation }: ClusterEnvironment): string[] =>
  fleet?.role === "management"
    ? [...new Set(Object.values(organisation.accounts))].map(
        (account) => `arn:aws:iam::${account}:role/${HUB_GROUP}-*`,
      )
    : [];

/**
 * Roles of hubs that the Prometheus of a workload cluster may take at most: those of the kind in every account of the organisation.
 * Its own role names the one of its hub.
 */
const metricsWriters = (environment: ClusterEnvironment): string[] =>
  environment.cluster.fleet?.role === "workload" && reports(environment)
    ? [...new Set(Object.values(environment.organisation.accounts))].map(
        (account) => `arn:aws:iam::${account}:role/*-${METRICS_OF}-*`,
      )
    : [];

/** Names of all that the stacks of one cluster make and read. */
export function territoryOfCluster(environment: ClusterEnvironment): Territory {
  const { addons, alarmEmailSecret, cluster, forceDestroy, name, region } = environment;
  const { name: organisation, secretsPrefix } = environment.organisation;

  return {
    accountId: accountOf(environment),
    region,
    organisation,
    clusterName: cluster.name,
    buckets: [
      ...bucketNames(cluster.name, name),
      ...(addons.velero === false ? [] : [bucketName(cluster.name, name, "velero")]),
    ],
    logsBuckets: environment.bucketAccessLogs !== undefined,
    ...alarmsOf(environment),
    metricsLogGroup: observabilityOf(environment) && workspaceLogGroupName(cluster.name),
    linksLogs: sharesLogs(environment),
    fileSystem: addons.efsCsiDriver !== false,
    databases: databasesOf(environment).map((database) => database.name),
    roles: rolesOf(environment),
    passedRoles: passedRolesOf(environment),
    assumedRoles: [
      ...secretReaderRoles(environment),
      ...(cluster.eksCapabilities.ack ? [selfServiceRoleNames(cluster.name)] : []),
    ],
    readerRoles: readerRolesOf(environment),
    readers: [
      ...clusterReaders(environment).flatMap(({ assumes }) => assumes),
      ...hubRoles(environment),
      ...metricsWriters(environment),
    ],
    boundary: boundaryName(environment),
    secretsPrefix,
    owned: ownershipOf(environment, CLUSTER_STACK_NAMES),
    records: recordsOfCluster(environment),
    destroysZones: forceDestroy || environment.deletionProtection !== true,
    forceDestroy,
    findsZones: false,
    secrets: secretsOf(environment),
    readSecrets: [
      ...(alarmEmailSecret ? [alarmEmailSecret] : []),
      ...Object.values(observabilityOf(environment)?.receivers ?? {}).map(({ emailSecret }) => emailSecret),
    ],
    logReceiverSecrets: logReceiverSecret(addons),
    outside: false,
    managedPolicies: [
      ...MANAGED_POLICIES,
      ...(cluster.sessionManager === false ? [] : [SESSION_MANAGER]),
      ...(hasFargate(cluster.compute) ? [FARGATE_POLICY] : []),
      ...(cluster.compute.kind === "auto" ? [AUTO_NODE_POLICY, ...AUTO_MODE_POLICIES] : []),
    ],
    pools: poolsOf(environment),
    relay: relayOf(environment),
    connections: connectionsOf(environment),
    agents: cluster.endpointAccess.agents && {
      name: agentsName(cluster.name),
      logGroup: agentsLogGroupName(cluster.name),
      tokenSecret: cluster.endpointAccess.agents.tokenSecret,
    },
    identityProvider: cluster.identityProvider !== undefined,
    capabilities: capabilitiesOf(cluster),
    linkedServices: cluster.main ? linkedServicesOf(environment) : [],
  };
}

/** Tags that the stacks of these names put on all that they make in an environment. */
export function ownershipOf(
  { name: environment, organisation }: Environment | ClusterEnvironment,
  deployments: readonly (StackName | "tenant")[],
): Ownership {
  const { deployment: deploymentTag, environment: environmentTag } = organisation.tagNames;
  return { deploymentTag, deployments, environmentTag, environment };
}

/** Nodes of a cluster that come from pools. */
const poolsOf = ({ cluster: { name, compute } }: ClusterEnvironment): PoolTerritory | undefined =>
  compute.kind === "node-groups"
    ? undefined
    : {
        kind: compute.kind,
        nodeRole: poolNodeRoleName(name, compute.kind),
        queue: queueName(name),
        fargate: hasFargate(compute),
      };

const connectionsOf = ({ network, cluster }: ClusterEnvironment): Connections => ({
  blocksRanges: network.blockedRanges.length > 0,
  transitGateway: network.transitGateway !== undefined && cluster.main,
  timeServers: !("existing" in network.vpc) && network.vpc.timeServers !== undefined,
  secondaryRanges: !("existing" in network.vpc) && network.vpc.secondaryCidrs !== undefined,
  ipv6: vpcIpv6(network.vpc) !== undefined,
  placesNodes: Object.values(cluster.nodeGroups).some(({ placement }) => placement !== undefined),
});

/** Way for people that is made in AWS: a network of the organisation is none, nor is a Teleport's agent in the cluster. */
function relayOf({ cluster: { name, endpointAccess } }: ClusterEnvironment): RelayTerritory | undefined {
  const { relay } = endpointAccess;
  return relay === undefined || relay.kind === "network" || relay.kind === "teleport"
    ? undefined
    : {
        kind: relay.kind,
        name: relayName(name),
        document: relayDocumentName(name),
        logGroup: relay.kind === "client-vpn" ? vpnLogGroupName(name) : relayLogGroupName(name),
      };
}

const linkedServicesOf = ({ serviceLinkedRoles }: ClusterEnvironment): string[] =>
  Object.entries(serviceLinkedRoles)
    .filter(([, source]) => source === "make")
    .map(([service]) => `${service}.amazonaws.com`);

const databasesOf = (environment: ClusterEnvironment) =>
  DATABASE_ADDONS.map((addon) => databaseNames(addon, environment));

/** Secrets that the stacks of a cluster make. */
const secretsOf = (environment: ClusterEnvironment): string[] => [
  ...databasesOf(environment).flatMap(({ secretName, userSecretName }) => [secretName, userSecretName]),
  ...addonDefinitions()
    .filter(([name]) => environment.addons[name] !== false)
    .flatMap(([, { ownsSecrets }]) => ownsSecrets?.(environment) ?? []),
];

const logReceiverSecret = ({ fluentBit }: AddonsConfig): string[] =>
  fluentBit && fluentBit.controlPlane ? [fluentBit.controlPlane.secret] : [];

const uptimeSecrets = ({ uptime }: ExternalServicesConfig): string[] =>
  uptime === false ? [] : Object.values(uptime.destinations).map(({ emailSecret }) => emailSecret);
