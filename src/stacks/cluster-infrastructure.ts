import { DataAwsCallerIdentity } from "@cdktf/provider-aws/lib/data-aws-caller-identity";
import type { App } from "cdktf";
import { type ClusterEnvironment, mainCluster } from "../settings/environment/environment";
import { ClusterZone } from "../infrastructure/cluster-zone";
import { OomKilledPodsQuery } from "../infrastructure/oom-killed-pods-query";
import { WildcardCertificate } from "../infrastructure/wildcard-certificate";
import { addAlarms } from "./cluster-infrastructure/alarms";
import { addCapabilities } from "./cluster-infrastructure/capabilities";
import { addCluster } from "./cluster-infrastructure/cluster";
import { addDatabases } from "./cluster-infrastructure/databases";
import { addLogLink, addLogSinks } from "./cluster-infrastructure/fleet-logs";
import { addFleetMetrics } from "./cluster-infrastructure/fleet-metrics";
import { addFileSystem } from "./cluster-infrastructure/file-system";
import { addLoadBalancerAddresses } from "./cluster-infrastructure/load-balancer-addresses";
import { addLoadBalancerLogs } from "./cluster-infrastructure/load-balancer-logs";
import { addLogDelivery } from "./cluster-infrastructure/log-delivery";
import { addNetwork } from "./cluster-infrastructure/network";
import { addServiceLinkedRoles } from "./cluster-infrastructure/service-linked-roles";
import { addRelay, addTerraformAgents } from "./cluster-infrastructure/ways-in";
import { addWatch } from "./cluster-infrastructure/watch";
import { publishCluster, readFlowMonitorScope } from "./cluster-outputs";
import { PlatformStack } from "./platform-stack";
import { readRootZones, type Zone } from "./root-dns-outputs";
import { readVpc } from "./vpc-outputs";

const zoneById = ({ name, id }: Zone) => ({ [name]: id });

/** The AWS side of a cluster: everything up to the Kubernetes API, and nothing behind it. */
export class ClusterInfrastructureStack extends PlatformStack<ClusterEnvironment> {
  /** @param all - every cluster, those that this one is the hub of among them */
  constructor(app: App, environment: ClusterEnvironment, all: readonly ClusterEnvironment[] = []) {
    super(app, "cluster-infrastructure", environment);
    const { dns, forceDestroy, region } = environment;
    const { accountId } = new DataAwsCallerIdentity(this, "account");

    const vpc = readVpc(environment.network.vpc, () => this.outputsOf("vpc"));
    const rootZones = readRootZones(this.outputsOf("root-dns"), dns);

    const { network, waysOut } = addNetwork(this, environment, vpc);
    const { cluster, nodeRole, nodeGroups, flowMonitor } = addCluster(this, environment, {
      network,
      waysOut,
      accountId,
      flowMonitorScope: () =>
        environment.cluster.main
          ? undefined
          : readFlowMonitorScope(this.outputsOf("cluster-infrastructure", mainCluster(environment))),
    });

    addCapabilities(this, environment, cluster);

    const zone = new ClusterZone(this, "zone", {
      subdomain: dns.clusterSubdomain,
      parent: rootZones.external,
      forceDestroy,
      protected: environment.deletionProtection === true,
    });
    const certificate = new WildcardCertificate(this, "wildcard", {
      zones: {
        [zone.name]: zone.id,
        ...(dns.publishingCertificate && rootZones.publishing && zoneById(rootZones.publishing)),
      },
    });

    const around = {
      target: {
        clusterName: cluster.name,
        endpoint: cluster.endpoint,
        securityGroupId: cluster.securityGroupId,
      },
      vpcId: vpc.id,
      network,
      waysOut,
      accountId,
      certificateArn: certificate.arn,
    };
    addRelay(this, environment, around);
    addTerraformAgents(this, environment, around);

    const databases = addDatabases(this, environment, { accountId, vpc, cluster, zone: rootZones.internal });
    const fileSystem = addFileSystem(this, environment, {
      accountId,
      vpcId: vpc.id,
      network,
      securityGroupId: cluster.securityGroupId,
    });
    const loadBalancerAddresses = addLoadBalancerAddresses(this, environment);
    const alarms = addAlarms(this, environment, {
      accountId,
      logGroupName: cluster.logGroupName,
      nodeGroups,
      network,
      certificate,
      databases,
    });
    new OomKilledPodsQuery(this, "oom-killed-pods", {
      clusterName: cluster.name,
      logGroupName: cluster.logGroupName,
    });
    addServiceLinkedRoles(this, environment);
    const metrics = addFleetMetrics(this, environment, all, { accountId, alarmTopicArn: alarms.arn });
    const logSinks = addLogSinks(this, environment, all);
    addLogLink(this, environment, all);
    addLogDelivery(this, environment, { accountId, cluster });
    const logs = addLoadBalancerLogs(this, environment);
    if (environment.cluster.main) {
      addWatch(this, environment, { accountId, vpcId: vpc.id });
    }

    publishCluster(this, {
      name: cluster.name,
      region,
      vpcId: vpc.id,
      endpoint: cluster.endpoint,
      certificateAuthority: cluster.certificateAuthority,
      oidcProvider: cluster.oidcProvider,
      identity: environment.cluster.identity,
      ipv6: environment.network.ipv6 !== undefined,
      dnsZone: zone,
      nodeRoleArn: nodeRole.arn,
      nodeRoleName: nodeRole.name,
      securityGroupId: cluster.securityGroupId,
      network,
      loadBalancerLogsBucket: logs.id,
      alarmTopicArn: alarms.arn,
      databases,
      fileSystem,
      loadBalancerAddresses,
      flowMonitorScopeArn: flowMonitor && flowMonitor.scopeArn,
      metricsWorkspace: metrics ?? false,
      logSinks,
    });
  }
}
