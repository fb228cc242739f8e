import { DataAwsCallerIdentity } from "@cdktf/provider-aws/lib/data-aws-caller-identity";
import { HelmProvider } from "@cdktf/provider-helm/lib/provider";
import type { App } from "cdktf";
import type { ClusterEnvironment } from "../settings/environment/environment";
import { PLATFORM_NAMESPACES } from "../settings/namespaces/namespaces";
import type { Tenants } from "../settings/tenants/tenants";
import { signInToCluster } from "../constructs/cluster-sign-in";
import {
  readCluster,
  readDatabaseHost,
  readFileSystem,
  readLoadBalancerAddresses,
  readMetricsWorkspace,
  readNodePlace,
  readPublicSubnets,
} from "./cluster-outputs";
import { installBackups } from "./cluster-services/backups";
import { installDashboards } from "./cluster-services/dashboards";
import { installDelivery } from "./cluster-services/delivery";
import { installFoundation } from "./cluster-services/foundation";
import { installLogs } from "./cluster-services/logs";
import { installMetrics } from "./cluster-services/metrics";
import { installNetworkPolicies } from "./cluster-services/network-policies";
import { installPolicies } from "./cluster-services/policies";
import type { Platform } from "./cluster-services/platform";
import { tellOfProxy } from "./cluster-services/proxy";
import { publishRoles } from "./cluster-services/roles";
import { installSeal } from "./cluster-services/seal";
import { installSentry } from "./cluster-services/sentry";
import { installSupplyChain } from "./cluster-services/supply-chain";
import { installTeleport } from "./cluster-services/teleport";
import { PlatformStack } from "./platform-stack";
import { signInByDex, tenantsOn } from "./tenants-on";

/** Add-ons that make the cluster a platform. */
export class ClusterServicesStack extends PlatformStack<ClusterEnvironment> {
  /** @param all - every cluster, those that this one is the hub of among them */
  constructor(
    app: App,
    environment: ClusterEnvironment,
    tenants: Tenants,
    all: readonly ClusterEnvironment[] = [],
  ) {
    super(app, "cluster-services", environment);
    const { replicas, registries } = environment.addons;
    const { accountId } = new DataAwsCallerIdentity(this, "account");
    const infrastructure = this.outputsOf("cluster-infrastructure");
    const cluster = readCluster(infrastructure, environment);

    new HelmProvider(this, "helm", { kubernetes: signInToCluster(this, cluster) });

    const platform: Platform = {
      stack: this,
      environment,
      accountId,
      databaseHost: (addon) => readDatabaseHost(infrastructure, addon),
      fileSystem: () => readFileSystem(infrastructure),
      metricsWorkspace: () => readMetricsWorkspace(infrastructure),
      publicSubnetIds: () => readPublicSubnets(infrastructure, environment),
      loadBalancerAddresses: () => readLoadBalancerAddresses(infrastructure, environment),
      nodePlace: () => readNodePlace(infrastructure, environment),
      shared: {
        cluster,
        namespace: PLATFORM_NAMESPACES.services,
        replicas,
        registries,
        chartVersions: environment.cluster.charts,
      },
    };
    const own = tenantsOn(environment, tenants);
    const signsIn = signInByDex(environment, tenants);
    const foundation = installFoundation(platform, signsIn, tenants.applications);
    installMetrics(platform, foundation, { tenants: own, all });
    const dashboards = installDashboards(platform, foundation, all);
    const guards = [installPolicies(platform, foundation, tenants), installSupplyChain(platform, foundation)];
    const delivery = installDelivery(platform, foundation, { tenants, guards, all });

    installLogs(platform, foundation);
    installBackups(platform, foundation.monitors);
    installTeleport(platform, [foundation.monitors]);
    installSeal(platform, foundation, tenants);
    installSentry(platform, foundation, tenants);
    tellOfProxy(platform);
    installNetworkPolicies(platform);

    publishRoles(this, { ...foundation, ...dashboards, ...delivery });
  }
}
