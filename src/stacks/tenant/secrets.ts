import { Construct } from "constructs";
import { ASSUME } from "../../constructs/role-trust";
import { SecretReaderRole } from "../../addons/external-secrets/secret-reader";
import { secretStorePermissions, secretStores } from "../../addons/external-secrets/secret-stores";
import type { Cluster } from "../../constructs/cluster";
import { externalSecret } from "../../constructs/external-secret";
import type { Manifest } from "../../constructs/manifests";
import { workloadRoleName } from "../../names/cluster-names";
import { secretReadersPath } from "../../names/store-names";
import {
  type TenantPlace,
  tenantReaderRole,
  tenantSecretsOf,
  tenantSentrySecret,
  tenantStoreName,
} from "../../names/tenant-resource-names";
import type { Tenant } from "../../settings/products/products";
import type { Offer } from "../../tenants/resources/resource-parts";
import type { MadeResource } from "../../tenants/resources/make-resources";
import { viaSecretsManager } from "../../tenants/via-service";

export interface TenantSecretsProps {
  readonly cluster: Cluster;
  readonly place: TenantPlace;
  readonly accountId: string;

  /** Key of the tenant's own secrets; `undefined` if it has none. */
  readonly keyArn: string | undefined;
  readonly copies: readonly Copy[];
}

type Copy = NonNullable<Offer["copies"]>[number];

/** Secrets that a tenant's namespace has copies of: those of its resources, and the address for its exceptions. */
export const copiesOf = (
  { product, cluster, namespace }: Tenant,
  made: readonly MadeResource[],
): readonly Copy[] => [
  ...made.flatMap(({ offer }) => offer.copies ?? []),
  ...(product.sentry ? [{ path: tenantSentrySecret({ cluster, namespace }), name: "sentry" }] : []),
];

/** Stores of AWS that a tenant's secrets are in. */
const STORES = { secretsManager: true, parameterStore: false };

/**
 * Copies of a tenant's secrets in its namespace: a store that serves this namespace alone, and reads as a role that reads
 * its secrets alone.
 */
export class TenantSecrets extends Construct {
  readonly objects: readonly Manifest[];
  readonly ready: SecretReaderRole["ready"];

  constructor(
    scope: Construct,
    id: string,
    { cluster, place, accountId, keyArn, copies }: TenantSecretsProps,
  ) {
    super(scope, id);
    const { namespace } = place;
    const store = tenantStoreName(namespace);
    const names = [`${tenantSecretsOf(place.cluster)}${namespace}/*`];

    const role = new SecretReaderRole(this, "reader", {
      name: workloadRoleName(tenantReaderRole(namespace), cluster.name),
      path: secretReadersPath(cluster.name),
      clusterName: cluster.name,
      operatorArn: `arn:aws:iam::${accountId}:role/${workloadRoleName("external-secrets", cluster.name)}`,
      assumedBy: ASSUME,
      namespaces: [namespace],
      permissions: [
        ...secretStorePermissions(names, STORES, { cluster, accountId }),
        ...(keyArn === undefined
          ? []
          : [
              {
                actions: ["kms:Decrypt"],
                resources: [keyArn],
                conditions: viaSecretsManager(cluster.region),
              },
            ]),
      ],
    });
    this.ready = role.ready;
    this.objects = [
      ...secretStores({ store, namespaces: [namespace] }, role.arn, STORES, cluster.region),
      ...copies.map((copy) => externalSecret({ ...copy, namespace, store })),
    ];
  }
}
