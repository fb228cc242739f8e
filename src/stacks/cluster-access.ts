import { DataAwsCallerIdentity } from "@cdktf/provider-aws/lib/data-aws-caller-identity";
import { HelmProvider } from "@cdktf/provider-helm/lib/provider";
import type { App } from "cdktf";
import { AccessEntries } from "../access/access-entries";
import { AccessLevel } from "../access/access-level";
import { AwsAuth } from "../access/aws-auth";
import { IdentityProvider } from "../access/identity-provider";
import { NamespaceLimits } from "../access/namespace-limits";
import { NamespaceNetwork } from "../access/namespace-network";
import { Namespaces } from "../access/namespaces";
import { networkLoadBalancersOf } from "../addons/aws-load-balancer-controller/network-load-balancer-settings";
import { closesKubeSystem, hasCilium } from "../settings/cluster/pod-network";
import type { ClusterEnvironment } from "../settings/environment/environment";
import { TERRAFORM_LEVELS } from "../settings/access/access-levels";
import { DELIVERY_LIMITS } from "../settings/namespaces/application-namespaces";
import { namespacesOf } from "../settings/namespaces/namespaces";
import { NO_PRODUCTS, type Products } from "../settings/products/products";
import { PROVIDER_PREFIX } from "../names/group-names";
import { signInToCluster } from "../constructs/cluster-sign-in";
import { applicationNetwork, calledFrom, deliveryNetwork } from "./cluster-access/application-network";
import { admitCapabilities } from "./cluster-access/capabilities";
import { allowDomains, hasDomains } from "./cluster-access/domain-policies";
import { installEksAddons } from "./cluster-access/eks-addons";
import { admitReaders } from "./cluster-access/cluster-readers";
import { grantsToPeople, grantsToTerraform, groupsWith } from "./cluster-access/grants";
import { installPodNetwork } from "./cluster-access/pod-network";
import { admitHub } from "./cluster-access/hub";
import { admitTenants } from "./cluster-access/tenants";
import { readCluster } from "./cluster-outputs";
import { PlatformStack } from "./platform-stack";
import { nameServers, privateBlocks, proxyPlaces, surroundings } from "./surroundings";

/** Access levels of the cluster, and the namespaces that they apply to. */
export class ClusterAccessStack extends PlatformStack<ClusterEnvironment> {
  /**
   * @param products - namespaces of products on this cluster
   * @param all - every cluster, its hub among them
   */
  constructor(
    app: App,
    environment: ClusterEnvironment,
    { tenants, settings }: Products = NO_PRODUCTS,
    all: readonly ClusterEnvironment[] = [],
  ) {
    super(app, "cluster-access", environment);
    const { authenticationMode } = environment.cluster;
    const { accountId } = new DataAwsCallerIdentity(this, "account");
    const infrastructure = this.outputsOf("cluster-infrastructure");
    const cluster = readCluster(infrastructure, environment);

    const connection = signInToCluster(this, cluster);
    if (hasCilium(environment.cluster) || hasDomains(environment)) {
      new HelmProvider(this, "helm", { kubernetes: connection });
    }

    const terraform = grantsToTerraform(this, environment, accountId);
    const people = grantsToPeople(this, environment, accountId);

    const usesEntries = authenticationMode !== "CONFIG_MAP";
    const terraformEntries = new AccessEntries(this, "terraform-entries", {
      clusterName: cluster.name,
      grants: usesEntries ? terraform : [],
    });
    new AccessEntries(this, "entries", { clusterName: cluster.name, grants: usesEntries ? people : [] });

    const pods = installPodNetwork(this, environment, {
      cluster,
      infrastructure,
      accountId,
      after: terraformEntries.ready,
    });
    const eksAddons = closesKubeSystem(environment.cluster)
      ? installEksAddons(this, environment, {
          clusterName: cluster.name,
          after: terraformEntries.ready,
          pods,
        })
      : [];

    // Without its entry, Terraform could be refused by the Kubernetes API, which everything below uses.
    const namespaces = new Namespaces(this, "namespaces", {
      namespaces: namespacesOf(environment),
      after: terraformEntries.ready,
    });
    for (const [namespace, bounds] of Object.entries(environment.namespaces)) {
      const after = namespaces.readyFor(namespace);
      const allows = applicationNetwork(namespace, bounds, {
        around: surroundings(environment),
        proxy: proxyPlaces(environment),
        subnetsFor: (purpose) => privateBlocks(environment, purpose),
        workflows: environment.organisation.deliveryNamespace,
        calls: calledFrom(namespace, environment.namespaces),
        pushesMetrics: environment.addons.prometheusPushgateway !== false,
      });
      new NamespaceLimits(this, `${namespace}-limits`, {
        ...bounds,
        namespace,
        loadBalancers: balancersIn(namespace, environment),
        after,
      });
      new NamespaceNetwork(this, `${namespace}-network`, {
        namespace,
        allows,
        nameServers: nameServers(environment),
        after,
      });
    }
    allowDomains(this, environment, [
      ...Object.keys(environment.namespaces).flatMap((namespace) => namespaces.readyFor(namespace)),
      ...eksAddons,
    ]);
    const { deliveryNamespace } = environment.organisation;
    if (deliveryNamespace !== undefined) {
      const placed = { namespace: deliveryNamespace, after: namespaces.readyFor(deliveryNamespace) };
      new NamespaceLimits(this, "delivery-limits", { ...DELIVERY_LIMITS, ...placed });
      new NamespaceNetwork(this, "delivery-network", {
        ...placed,
        allows: deliveryNetwork(surroundings(environment)),
        nameServers: nameServers(environment),
      });
    }

    if (environment.cluster.identityProvider !== undefined) {
      const { identityProvider } = environment.cluster;
      const ofCluster = { clusterName: cluster.name, prefix: PROVIDER_PREFIX };
      new IdentityProvider(this, "identity-provider", { ...ofCluster, ...identityProvider });
    }
    const ofTerraform = Object.entries(TERRAFORM_LEVELS).filter(([name]) =>
      terraform.some(({ level }) => level === name),
    );
    const levels = Object.entries(environment.organisation.accessLevels);
    for (const [name, level] of [...ofTerraform, ...levels]) {
      new AccessLevel(this, name, {
        ...level,
        name,
        groups: groupsWith(name, environment),
        after: terraformEntries.ready,
        readyFor: (namespace) => namespaces.readyFor(namespace),
      });
    }

    const programs = admitReaders(this, environment, {
      cluster,
      readyFor: (namespace) => namespaces.readyFor(namespace),
    });
    admitHub(this, environment, all, (namespace) => namespaces.readyFor(namespace));
    admitTenants(this, environment, { tenants, settings, after: terraformEntries.ready });
    admitCapabilities(this, environment, {
      tenants,
      after: terraformEntries.ready,
      readyFor: (namespace) => namespaces.readyFor(namespace),
    });

    if (authenticationMode !== "API") {
      const { nodeRoleArn } = cluster;
      new AwsAuth(this, "aws-auth", { accountId, nodeRoleArn, grants: [...terraform, ...people], programs });
    }
  }
}

/** Number of network load balancers that the platform makes in a namespace. */
const balancersIn = (namespace: string, environment: ClusterEnvironment): number =>
  Object.values(networkLoadBalancersOf(environment)).filter((balancer) => balancer.namespace === namespace)
    .length;
