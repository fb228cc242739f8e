import { Construct } from "constructs";
import type { Cluster } from "../../constructs/cluster";
import { Manifests } from "../../constructs/manifests";
import { boundRoles } from "../../constructs/permissions-boundary";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import { accountOf } from "../../settings/organisation/environment-names";
import type { Tenant } from "../../settings/products/products";
import { sharesOf } from "../../settings/products/resources/imported";
import { isKept, resourcesOf } from "../../settings/products/resources/own-resources";
import { tenantBoundaryArn } from "../../tenants/boundary";
import { TenantAlarmTopic } from "../../tenants/alarm-topic";
import { ImageFindings } from "../../tenants/image-findings";
import type { MadeImport } from "../../tenants/resources/imports";
import { makeResources, topicArnsOf } from "../../tenants/resources/make-resources";
import { TenantServiceAccount } from "../../tenants/service-account";
import { tenantKey } from "../../tenants/tenant-key";
import { resourcesReleaseName } from "../../names/tenant-resource-names";
import { nameIn, pusherArn, repositoryNames } from "./images";
import { importedTopics, madeImports } from "./imports";
import { configOf, type Use, usesOf } from "./uses";
import { TenantSecrets } from "./secrets";
import { PLATFORM_NAMESPACES } from "../../settings/namespaces/namespaces";

export interface TenantResourcesProps {
  readonly environment: ClusterEnvironment;
  readonly cluster: Cluster;
  readonly tenant: Tenant;

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
    const { made, keyArn } = this.make(props, imports);
    const used = usesOf(tenant, made, imports);
    const accounts = this.accounts(props, used, keyArn);
    const copies =
      keyArn !== undefined && made.some(({ offer }) => offer.copies !== undefined)
        ? new TenantSecrets(this, "secrets", {
            cluster: props.cluster,
            place: { cluster: tenant.cluster, namespace },
            accountId: accountOf(environment),
            keyArn,
            made,
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
        ...(copies?.objects ?? []),
      ],
    });
  }

  private make(
    { environment, tenant, pullingAccounts }: TenantResourcesProps,
    imports: readonly MadeImport[],
  ) {
    const own = resourcesOf(tenant);
    if (own.length === 0) {
      return { made: [], keyArn: undefined };
    }
    const { region } = environment;
    const accountId = accountOf(environment);
    const place = { cluster: tenant.cluster, namespace: tenant.namespace };
    const repositories = repositoryNames(tenant);
    const { arn: keyArn } = tenantKey(this, {
      place,
      accountId,
      topicArns: [
        ...topicArnsOf(tenant, { place, region, accountId }),
        ...[...importedTopics(imports).values()].map(({ arn }) => arn),
      ],
      scannedImages: repositories.length > 0,
      region,
      kept: own.some((each) => isKept(tenant, each)),
      shared: own.some((each) => sharesOf(each).length > 0),
    });
    const topic = new TenantAlarmTopic(this, "alarms", {
      place,
      accountId,
      region,
      keyArn,
      email: tenant.product.owner.email,
      scannedImages: repositories.length > 0,
    });
    if (repositories.length > 0) {
      new ImageFindings(this, "image-findings", { place, repositories, topicArn: topic.arn });
    }
    const parts = {
      place,
      accountId,
      region,
      keyArn,
      alarmTopicArn: topic.arn,
      registries: { nameOf: nameIn(tenant), pusherArn: pusherArn(tenant, accountId), pullingAccounts },
      importedTopics: importedTopics(imports),
    };
    return { made: makeResources(this, tenant, parts), keyArn };
  }

  private accounts(
    { cluster, environment, tenant }: TenantResourcesProps,
    used: readonly Use[],
    keyArn: string | undefined,
  ): TenantServiceAccount[] {
    return (tenant.settings.serviceAccounts ?? []).map(
      (name) =>
        new TenantServiceAccount(this, `account-${name}`, {
          cluster,
          namespace: tenant.namespace,
          name,
          accountId: accountOf(environment),
          region: environment.region,
          offers: used.filter(({ by }) => by.includes(name)).map(({ offer }) => offer),
          keyArn,
        }),
    );
  }
}
