import { HelmProvider } from "@cdktf/provider-helm/lib/provider";
import type { App } from "cdktf";
import { connectToCluster } from "../constructs/cluster-sign-in";
import { Manifests } from "../constructs/manifests";
import { tenantReleaseName, tenantStackId } from "../names/tenant-names";
import type { ClusterEnvironment } from "../settings/environment/environment";
import { PLATFORM_NAMESPACES } from "../settings/namespaces/namespaces";
import { namespaceOwner } from "../settings/products/namespace-owner";
import type { ProductTeamConfig, Tenant } from "../settings/products/products";
import { readCluster, readNodePlace } from "./cluster-outputs";
import { PlatformStack } from "./platform-stack";
import { bindingsOf } from "./tenant/access";
import { argoCdOf, argoCdPlace } from "./tenant/argo-cd";
import { Deployer } from "./tenant/deployer";
import { fluxOf } from "./tenant/flux";
import { addGitHubEnvironment } from "./tenant/git-hub-environment";
import { addImagePusher, repositoryArns } from "./tenant/images";
import { listenersOf } from "./tenant/listeners";
import { isProtected, limitsOf, namespaceOf } from "./tenant/namespace";
import { capabilityObjects } from "./tenant/self-service";
import { TenantResources } from "./tenant/resources";
import { networkOf, type TenantNetworkParts } from "./tenant/network";

/** Parts of a platform that a tenant's stack is made from. */
export interface TenantParts extends TenantNetworkParts {
  readonly teams: Readonly<Record<string, ProductTeamConfig>>;

  /** Has Terraform make the environments on GitHub in which workflows deploy. */
  readonly gitHubEnvironments: boolean;

  /** Accounts of the clusters that each product has namespaces on, by its name. */
  readonly accounts: ReadonlyMap<string, readonly string[]>;

  /** All tenants, by product and environment. */
  readonly byRef: ReadonlyMap<string, Tenant>;
}

/**
 * Everything that one tenant has on one cluster, in a state of its own: a tenant whose apply fails keeps no other from
 * being applied.
 */
export class TenantStack extends PlatformStack<ClusterEnvironment> {
  /** Has its JSON written without indentation: thousands of these would have a fifth more bytes. */
  readonly isOneOfMany = true;

  constructor(app: App, environment: ClusterEnvironment, tenant: Tenant, parts: TenantParts) {
    super(app, "tenant", environment, {
      id: tenantStackId(tenant.cluster, tenant.namespace),
      tags: tagsOf(tenant),
    });
    const infrastructure = this.outputsOf("cluster-infrastructure");
    const cluster = readCluster(infrastructure, environment);
    new HelmProvider(this, "helm", { kubernetes: connectToCluster(this, cluster) });

    // Helm's record is out of the tenant's reach: an upgrade deletes what a record has and the chart does not.
    const released = new Manifests(this, "namespace", {
      namespace: PLATFORM_NAMESPACES.services,
      releaseName: tenantReleaseName(tenant.namespace),
      maxHistory: 2,
      destroyable: !isProtected(tenant.settings),
      objects: [
        namespaceOf(tenant, environment),
        ...limitsOf(tenant),
        ...networkOf(tenant, parts),
        ...listenersOf(tenant, environment),
        ...bindingsOf(tenant, parts.teams),
        ...capabilityObjects(tenant, environment),
        ...(environment.cluster.gitops === "flux"
          ? fluxOf(tenant)
          : argoCdOf(tenant, argoCdPlace(tenant, environment))),
      ],
    });
    this.deployer(tenant, parts);
    const { serviceAccounts, resources, imports } = tenant.settings;
    if ((serviceAccounts ?? resources ?? imports ?? tenant.product.sentry) !== undefined) {
      new TenantResources(this, "own", {
        ...parts,
        environment,
        cluster,
        tenant,
        nodes: readNodePlace(infrastructure, environment),
        pullingAccounts: parts.accounts.get(tenant.product.product)!,
        after: released,
      });
    }
  }

  private deployer(tenant: Tenant, parts: TenantParts): void {
    const { namespace, cluster } = tenant;
    const { deploy } = tenant.settings;
    const { organisation, name, region, cluster: settings } = this.environment;
    const accountId = organisation.accounts[name]!;
    addImagePusher(this, tenant, { accountId, region });
    if (deploy?.mode !== "push") {
      return;
    }
    if (parts.gitHubEnvironments) {
      addGitHubEnvironment(this, deploy, parts.teams);
    }
    new Deployer(this, "deployer", {
      ...deploy,
      repositoryArns: repositoryArns(tenant, { accountId, region }),
      accountId,
      region,
      clusterName: settings.name,
      cluster,
      namespace,
    });
  }
}

/** Tags by which a bill and an auditor tell tenants apart. */
const tagsOf = ({ product, namespace, environmentName, live }: Tenant) => ({
  product: product.product,
  team: product.owner.team,
  source: namespaceOwner(product).source,
  namespace,
  "product-environment": environmentName,
  live: String(live),
});
