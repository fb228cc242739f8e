import { Construct } from "constructs";
import type { Cluster } from "../../constructs/cluster";
import { Manifests } from "../../constructs/manifests";
import type { NetworkBlock } from "../../constructs/network-peers";
import { boundRoles } from "../../constructs/permissions-boundary";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import { accountOf } from "../../settings/organisation/environment-names";
import type { Tenant } from "../../settings/products/products";
import { isConnectedTo } from "../../settings/products/resources/own-resources";
import { tenantBoundaryArn } from "../../tenants/boundary";
import { TenantServiceAccount } from "../../tenants/service-account";
import { resourcesReleaseName } from "../../names/tenant-resource-names";
import type { NodePlace } from "../cluster-outputs";
import { DatabaseUsers } from "./database-users";
import { importedTopics, madeImports } from "./imports";
import { type MadeResources, madeResources } from "./made-resources";
import { securityGroupPolicy } from "./pod-security-groups";
import { authoritiesOf, connectsLabel } from "./resources-config";
import { configOf, type Use, usesOf } from "./uses";
import { copiesOf, TenantSecrets } from "./secrets";
import { selfServiceUses } from "./self-service";
import { PLATFORM_NAMESPACES } from "../../settings/namespaces/namespaces";

export interface TenantResourcesProps {
  readonly environment: ClusterEnvironment;
  readonly cluster: Cluster;
  readonly tenant: Tenant;
  readonly nodes: NodePlace;

  /** Private subnets of the cluster, and addresses that answer queries for names. */
  readonly privateSubnets: readonly NetworkBlock[];
  readonly nameServers: readonly NetworkBlock[];

  /** Release with the namespace. */
  readonly after: Manifests;

  /** Accounts whose nodes pull the product's images. */
  readonly pullingAccounts: readonly string[];

  /** All tenants, by product and environment: owners of imports are among them. */
  readonly byRef: ReadonlyMap<string, Tenant>;
}

/**
 * AWS resources of a tenant, the service accounts that use them, and the ConfigMap by which pods find them. Its release is
 * not the namespace's: a resource that AWS refuses keeps no policy of the namespace from being applied.
 */
export class TenantResources extends Construct {
  constructor(scope: Construct, id: string, props: TenantResourcesProps) {
    super(scope, id);
    const { environment, tenant, after } = props;
    const { namespace } = tenant;
    if (environment.backend.type !== "local") {
      boundRoles(
        this,
        tenantBoundaryArn({ environment: environment.name, accountId: accountOf(environment) }),
      );
    }
    const place = { accountId: accountOf(environment), region: environment.region };
    const imports = madeImports(tenant, props.byRef, place);
    const { made, keyArn, groups } = madeResources(this, {
      ...props,
      importedTopics: importedTopics(imports),
    });
    const used = [...usesOf(tenant, made, imports), ...selfServiceUses(tenant, place)];
    const accounts = this.accounts(props, used, keyArn);
    this.databaseUsers(props, { made, keyArn, groups });
    const copied = copiesOf(tenant, made);
    const copies =
      copied.length > 0
        ? new TenantSecrets(this, "secrets", {
            cluster: props.cluster,
            place: { cluster: tenant.cluster, namespace },
            accountId: accountOf(environment),
            keyArn,
            copies: copied,
          })
        : undefined;

    new Manifests(this, "objects", {
      namespace: PLATFORM_NAMESPACES.services,
      releaseName: resourcesReleaseName(namespace),
      maxHistory: 2,
      after: [after, ...accounts, copies, { ready: made.flatMap(({ offer }) => offer.after) }],
      objects: [
        ...accounts.map(({ manifest }) => manifest),
        ...configOf(namespace, used),
        ...authoritiesOf(environment, namespace, made),
        ...securityGroupPolicy(
          { name: "databases", namespace },
          { serviceAccountSelector: { matchLabels: connectsLabel(environment) } },
          groups,
        ),
        ...(copies?.objects ?? []),
      ],
    });
  }

  private databaseUsers(props: TenantResourcesProps, { made, keyArn, groups }: MadeResources): void {
    const databases = made.flatMap(({ offer }) => offer.user ?? []);
    if (keyArn === undefined || databases.length === 0) {
      return;
    }
    const { environment, tenant, after } = props;
    new DatabaseUsers(this, "database-users", {
      ...props,
      namespace: tenant.namespace,
      accountId: accountOf(environment),
      keyArn,
      registries: environment.addons.registries,
      databases,
      groups,
      after: [after, { ready: made.flatMap(({ offer }) => (offer.user ? offer.after : [])) }],
    });
  }

  private accounts(
    { environment, cluster, tenant }: TenantResourcesProps,
    uses: readonly Use[],
    keyArn: string | undefined,
  ): TenantServiceAccount[] {
    return (tenant.settings.serviceAccounts ?? []).map((name) => {
      const used = uses.filter(({ by }) => by.includes(name));
      return new TenantServiceAccount(this, `account-${name}`, {
        cluster,
        namespace: tenant.namespace,
        name,
        accountId: accountOf(environment),
        region: environment.region,
        labels: used.some(isConnectedTo) ? connectsLabel(environment) : undefined,
        offers: used.map(({ offer }) => offer),
        keyArn,
      });
    });
  }
}
