import { networkLoadBalancersOf } from "../addons/aws-load-balancer-controller/network-load-balancer-settings";
import { Fn, type TerraformRemoteState, type TerraformStack, Token } from "cdktf";
import type { ClusterEnvironment } from "../settings/environment/environment";
import type { DatabaseAddon } from "../settings/databases/database";
import { PLATFORM_NAMESPACES } from "../settings/namespaces/namespaces";
import type { Cluster } from "../constructs/cluster";
import { publish } from "../constructs/outputs";
import type { ClusterSubnets } from "../infrastructure/cluster-subnets";

/** Outputs of cluster-infrastructure that later stacks and other repositories need. */
export interface PublishedCluster extends Omit<Cluster, "administrators"> {
  readonly nodeRoleName: string;
  readonly securityGroupId: string;
  readonly network: ClusterSubnets;

  /** Scope of the account's flow monitors; `false` where the cluster has none. */
  readonly flowMonitorScopeArn: string | false;

  /** Workspace with the metrics of a fleet; `false` where the cluster has none. */
  readonly metricsWorkspace: PublishedWorkspace | false;

  /** ARNs of the sinks of logs of a fleet, by region. */
  readonly logSinks: Readonly<Record<string, string>>;

  /** File system whose folders pods share; `false` where the cluster has none. */
  readonly fileSystem: PublishedFileSystem | false;

  /** Fixed addresses of load balancers; `false` where the cluster has none. */
  readonly loadBalancerAddresses: PublishedAddresses | false;

  /** Databases of the cluster's add-ons. */
  readonly databases: Readonly<Partial<Record<DatabaseAddon, { readonly endpoint: string }>>>;
}

/** Fixed addresses of load balancers. */
export interface PublishedAddresses {
  /** Ids by which AWS knows them: of each load balancer in turn, those of its zones in turn. */
  readonly allocationIds: readonly string[];

  /** The addresses, by the name of the load balancer. */
  readonly addresses: Readonly<Record<string, readonly string[]>>;
}

/** A workspace of metrics by which other stacks name it. */
export interface PublishedWorkspace {
  readonly id: string;
  readonly arn: string;
}

/** A file system by which other stacks name it. */
export interface PublishedFileSystem {
  readonly id: string;
  readonly arn: string;
}

/** Names of the outputs. Other repositories read them too, so a name is never changed, only added. */
const OUTPUTS = {
  name: "cluster_id",
  endpoint: "cluster_endpoint",
  certificateAuthority: "cluster_certificate_authority_data",
  oidcIssuer: "cluster_oidc_provider",
  oidcProviderArn: "cluster_oidc_provider_arn",
  vpcId: "vpc_id",
  zoneId: "external_dns_zone_id",
  zoneArn: "external_dns_zone_arn",
  zoneName: "external_dns_zone_name",
  nodeRoleArn: "worker_iam_role_arn",
  nodeRoleName: "worker_iam_role_name",
  controlPlaneSecurityGroupId: "control_plane_security_group_id",
  nodeSecurityGroupId: "node_security_group_id",
  servicesNamespace: "cluster_services_namespace",
  monitoringNamespace: "monitoring_namespace",
  natAddresses: "public_nat_gateway_ips",
  privateSubnets: "private_subnets",
  publicSubnets: "public_subnets",
  podSubnets: "pod_subnets",
  loadBalancerAllocations: "load_balancer_allocation_ids",
  loadBalancerAddresses: "load_balancer_addresses",
  controlPlaneSubnets: "control_plane_subnets",
  loadBalancerLogsBucket: "load_balancer_logs_bucket",
  alarmTopicArn: "alarm_topic_arn",
  flowMonitorScopeArn: "flow_monitor_scope_arn",
  fileSystemId: "file_system_id",
  fileSystemArn: "file_system_arn",
  metricsWorkspaceId: "metrics_workspace_id",
  metricsWorkspaceArn: "metrics_workspace_arn",
  logSinkArns: "log_sink_arns",
  grafanaDatabaseEndpoint: "grafana_database_endpoint",
  workflowsDatabaseEndpoint: "argo_workflows_database_endpoint",
} as const;

const DATABASE_ENDPOINTS: Readonly<Record<DatabaseAddon, string>> = {
  grafana: OUTPUTS.grafanaDatabaseEndpoint,
  "argo-workflows": OUTPUTS.workflowsDatabaseEndpoint,
};

/** Reads the host of an add-on's database, as the database's certificate names it. */
export const readDatabaseHost = (state: TerraformRemoteState, addon: DatabaseAddon): string =>
  state.getString(DATABASE_ENDPOINTS[addon]);

/** Publishes the outputs, for the stack that makes the cluster. */
export function publishCluster(stack: TerraformStack, cluster: PublishedCluster): void {
  const { network } = cluster;

  publish(stack, {
    [OUTPUTS.name]: cluster.name,
    [OUTPUTS.endpoint]: cluster.endpoint,
    [OUTPUTS.certificateAuthority]: cluster.certificateAuthority,
    [OUTPUTS.oidcIssuer]: cluster.oidcProvider.issuer,
    [OUTPUTS.oidcProviderArn]: cluster.oidcProvider.arn,
    [OUTPUTS.vpcId]: cluster.vpcId,
    [OUTPUTS.zoneId]: cluster.dnsZone.id,
    [OUTPUTS.zoneArn]: cluster.dnsZone.arn,
    [OUTPUTS.zoneName]: cluster.dnsZone.name,
    [OUTPUTS.nodeRoleArn]: cluster.nodeRoleArn,
    [OUTPUTS.nodeRoleName]: cluster.nodeRoleName,
    // EKS makes one security group for both.
    [OUTPUTS.controlPlaneSecurityGroupId]: cluster.securityGroupId,
    [OUTPUTS.nodeSecurityGroupId]: cluster.securityGroupId,
    [OUTPUTS.servicesNamespace]: PLATFORM_NAMESPACES.services,
    [OUTPUTS.monitoringNamespace]: PLATFORM_NAMESPACES.monitoring,
    [OUTPUTS.natAddresses]: network.natAddresses,
    [OUTPUTS.privateSubnets]: network.privateSubnetIds,
    [OUTPUTS.publicSubnets]: network.publicSubnetIds,
    [OUTPUTS.controlPlaneSubnets]: network.controlPlaneSubnetIds,
    ...(Object.keys(network.podSubnetIdsByZone).length > 0 && {
      [OUTPUTS.podSubnets]: Object.values(network.podSubnetIdsByZone),
    }),
    [OUTPUTS.loadBalancerLogsBucket]: cluster.loadBalancerLogsBucket,
    [OUTPUTS.alarmTopicArn]: cluster.alarmTopicArn,
    ...Object.fromEntries(
      Object.entries(cluster.databases).map(([addon, { endpoint }]) => [
        DATABASE_ENDPOINTS[addon as DatabaseAddon],
        endpoint,
      ]),
    ),
    ...(cluster.fileSystem && {
      [OUTPUTS.fileSystemId]: cluster.fileSystem.id,
      [OUTPUTS.fileSystemArn]: cluster.fileSystem.arn,
    }),
    ...(cluster.metricsWorkspace && {
      [OUTPUTS.metricsWorkspaceId]: cluster.metricsWorkspace.id,
      [OUTPUTS.metricsWorkspaceArn]: cluster.metricsWorkspace.arn,
    }),
    ...(Object.keys(cluster.logSinks).length > 0 && { [OUTPUTS.logSinkArns]: cluster.logSinks }),
    ...(cluster.loadBalancerAddresses && {
      [OUTPUTS.loadBalancerAllocations]: cluster.loadBalancerAddresses.allocationIds,
      [OUTPUTS.loadBalancerAddresses]: Object.fromEntries(
        Object.entries(cluster.loadBalancerAddresses.addresses).map(([name, all]) => [name, all.join(",")]),
      ),
    }),
    ...(cluster.flowMonitorScopeArn && { [OUTPUTS.flowMonitorScopeArn]: cluster.flowMonitorScopeArn }),
  });
}

/** Reads the outputs, for the stacks that use the cluster. */
export function readCluster(state: TerraformRemoteState, environment: ClusterEnvironment): Cluster {
  return {
    name: environment.cluster.name,
    region: environment.region,
    identity: environment.cluster.identity,
    vpcId: state.getString(OUTPUTS.vpcId),
    endpoint: state.getString(OUTPUTS.endpoint),
    certificateAuthority: state.getString(OUTPUTS.certificateAuthority),
    oidcProvider: {
      arn: state.getString(OUTPUTS.oidcProviderArn),
      issuer: state.getString(OUTPUTS.oidcIssuer),
    },
    dnsZone: {
      id: state.getString(OUTPUTS.zoneId),
      arn: state.getString(OUTPUTS.zoneArn),
      name: `${environment.dns.clusterSubdomain}.${environment.dns.publicZone}`,
    },
    administrators: administratorsOf(state, environment),
    addressPool: environment.cluster.addressPool,
    ipv6: environment.network.ipv6 !== undefined,
    nodeRoleArn: state.getString(OUTPUTS.nodeRoleArn),
    loadBalancerLogsBucket: state.getString(OUTPUTS.loadBalancerLogsBucket),
    alarmTopicArn: state.getString(OUTPUTS.alarmTopicArn),
  };
}

/** Subnets and security group of nodes, and subnets of pods alone, if these have some. */
export interface NodePlace {
  readonly subnetIds: readonly string[];
  readonly podSubnetIds: readonly string[];
  readonly securityGroupId: string;
}

/** Reads the place of the cluster's nodes, for the controller that makes them. */
export const readNodePlace = (state: TerraformRemoteState, { network }: ClusterEnvironment): NodePlace => ({
  subnetIds: Object.keys(network.subnets.private).map((_, index) =>
    Token.asString(Fn.element(state.getList(OUTPUTS.privateSubnets), index)),
  ),
  podSubnetIds: Object.keys(network.subnets.pods).map((_, index) =>
    Token.asString(Fn.element(state.getList(OUTPUTS.podSubnets), index)),
  ),
  securityGroupId: state.getString(OUTPUTS.nodeSecurityGroupId),
});

/** Reads the ids of the subnets of nodes by availability-zone letter. */
export const readNodeSubnetsByZone = (
  state: TerraformRemoteState,
  environment: ClusterEnvironment,
): Readonly<Record<string, string>> => {
  const { subnetIds } = readNodePlace(state, environment);
  return Object.fromEntries(
    Object.keys(environment.network.subnets.private).map((zone, index) => [zone, subnetIds[index]!]),
  );
};

/** Names of the load balancers with fixed addresses, in the order in which these are published. */
export const addressedLoadBalancers = (environment: ClusterEnvironment): string[] =>
  Object.keys(networkLoadBalancersOf(environment)).sort();

/** Reads the ids of the fixed addresses of load balancers, by name. */
export const readLoadBalancerAddresses = (
  state: TerraformRemoteState,
  environment: ClusterEnvironment,
): Readonly<Record<string, readonly string[]>> => {
  const zones = Object.keys(environment.network.subnets.public);
  return Object.fromEntries(
    addressedLoadBalancers(environment).map((name, index) => [
      name,
      zones.map((_, zone) =>
        Token.asString(
          Fn.element(state.getList(OUTPUTS.loadBalancerAllocations), index * zones.length + zone),
        ),
      ),
    ]),
  );
};

/** Reads the cluster's file system, for the driver that gives out its folders. */
export const readFileSystem = (state: TerraformRemoteState): PublishedFileSystem => ({
  id: state.getString(OUTPUTS.fileSystemId),
  arn: state.getString(OUTPUTS.fileSystemArn),
});

/** Reads the workspace with the metrics of a fleet, for the add-ons of its management cluster. */
export const readMetricsWorkspace = (state: TerraformRemoteState): PublishedWorkspace => ({
  id: state.getString(OUTPUTS.metricsWorkspaceId),
  arn: state.getString(OUTPUTS.metricsWorkspaceArn),
});

/** Reads the ids of the subnets of load balancers. */
export const readPublicSubnets = (state: TerraformRemoteState, { network }: ClusterEnvironment): string[] =>
  Object.keys(network.subnets.public).map((_, index) =>
    Token.asString(Fn.element(state.getList(OUTPUTS.publicSubnets), index)),
  );

/** One address of a NAT gateway per zone, each as a range. */
function administratorsOf(
  state: TerraformRemoteState,
  { cluster: { administratorPages: visitors }, network }: ClusterEnvironment,
): readonly string[] | undefined {
  if (visitors === undefined || "everyAddress" in visitors) {
    return undefined;
  }
  if (typeof network.nat === "object") {
    return [...visitors.cidrs, ...network.nat.addresses.map((address) => `${address}/32`)];
  }
  const gateways = Object.keys(network.subnets.public).map(
    (_, index) => `${Token.asString(Fn.element(state.getList(OUTPUTS.natAddresses), index))}/32`,
  );
  return [...visitors.cidrs, ...gateways];
}
/** Reads the scope of the account's flow monitors, for the clusters beside the main one, which made it. */
export const readFlowMonitorScope = (main: TerraformRemoteState): string =>
  main.getString(OUTPUTS.flowMonitorScopeArn);
