import type { Manifest } from "../../constructs/manifests";
import { API_GROUP } from "../../access/group-rights";
import {
  GRAPH_MAKER,
  kroUser,
  type SelfServiceKind,
  selfServiceRoleName,
} from "../../names/capability-names";
import { selfServicePrefix } from "../../names/tenant-resource-names";
import { KRO_GROUP } from "../../settings/cluster/eks-capabilities";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import { resourceOf } from "../../settings/namespaces/argo-kinds";
import { accountOf } from "../../settings/organisation/environment-names";
import type { KindConfig, Tenant } from "../../settings/products/products";
import { SELF_SERVICE_KINDS, selfServiceKinds, usersOfKind } from "../../settings/products/self-service";
import { ACTIONS } from "../../tenants/resources/actions";
import type { Offer } from "../../tenants/resources/resource-parts";
import type { Use } from "./uses";

/** Objects of each kind that a namespace may have: AWS bills all of them, and their resources. */
const MOST_OF_A_KIND = 20;

/**
 * Objects of a namespace for the controllers that EKS runs: the role by which ACK makes its resources, and kro's right to
 * make objects in it.
 */
export const capabilityObjects = (tenant: Tenant, environment: ClusterEnvironment): Manifest[] => [
  ...(environment.cluster.eksCapabilities.ack ? [quotaOf(tenant)] : []),
  ...(selfServiceKinds(tenant).length > 0 ? [selectorOf(tenant, environment)] : []),
  ...(environment.cluster.eksCapabilities.kro === false ? [] : [graphBinding(tenant, environment)]),
];

/**
 * Annotations of a namespace that serves itself: the beginning of its names and, where resources are protected, ACK's order to leave
 * them in AWS when their objects go. Its role may not remove them there.
 *
 * @see https://aws-controllers-k8s.github.io/docs/guides/deletion-policy
 */
export function selfServiceAnnotations(
  tenant: Tenant,
  { organisation, deletionProtection }: ClusterEnvironment,
): Record<string, string> {
  const kinds = selfServiceKinds(tenant);
  return kinds.length === 0
    ? {}
    : {
        [`${organisation.publicDomain}/self-service-prefix`]: selfServicePrefix(tenant),
        ...(deletionProtection === true &&
          Object.fromEntries(
            kinds.map((kind) => [`${SELF_SERVICE_KINDS[kind].group}/deletion-policy`, "retain"]),
          )),
      };
}

/** Without a selector ACK would work with its own role, which may do nothing. */
const selectorOf = ({ namespace }: Tenant, environment: ClusterEnvironment): Manifest => ({
  apiVersion: "services.k8s.aws/v1alpha1",
  kind: "IAMRoleSelector",
  metadata: { name: `tenant-${namespace}` },
  spec: {
    arn: `arn:aws:iam::${accountOf(environment)}:role/${selfServiceRoleName(environment.cluster.name, namespace)}`,
    namespaceSelector: { names: [namespace] },
  },
});

/** Most tables and buckets, and none of a kind that the product's file does not name. */
function quotaOf(tenant: Tenant): Manifest {
  const own = selfServiceKinds(tenant);
  return {
    apiVersion: "v1",
    kind: "ResourceQuota",
    metadata: { name: "self-service", namespace: tenant.namespace },
    spec: {
      hard: Object.fromEntries(
        Object.values(SELF_SERVICE_KINDS).map(({ group, kind }) => [
          `count/${resourceOf(kind)}.${group}`,
          String(own.some((name) => SELF_SERVICE_KINDS[name].group === group) ? MOST_OF_A_KIND : 0),
        ]),
      ),
    },
  };
}

const graphBinding = ({ namespace }: Tenant, environment: ClusterEnvironment): Manifest => ({
  apiVersion: `${API_GROUP}/v1`,
  kind: "RoleBinding",
  metadata: { name: GRAPH_MAKER, namespace },
  roleRef: { apiGroup: API_GROUP, kind: "ClusterRole", name: GRAPH_MAKER },
  subjects: [
    {
      apiGroup: API_GROUP,
      kind: "User",
      name: kroUser(accountOf(environment), environment.cluster.name),
    },
  ],
});

/** Kinds that a tenant's Argo CD may deploy besides those of every application. */
export const kindsOfCapabilities = (
  tenant: Tenant,
  { cluster: { eksCapabilities } }: ClusterEnvironment,
): KindConfig[] => [
  ...selfServiceKinds(tenant).map((kind) => SELF_SERVICE_KINDS[kind]),
  ...(eksCapabilities.kro === false
    ? []
    : eksCapabilities.kro.offers.map((kind) => ({ group: KRO_GROUP, kind }))),
];

/** Uses of what a namespace makes itself, by the beginning of its names. */
export const selfServiceUses = (
  tenant: Tenant,
  place: { readonly accountId: string; readonly region: string },
): Use[] =>
  selfServiceKinds(tenant).map((kind) => ({
    kind: kind === "tables" ? "table" : "bucket",
    name: "self-service",
    by: usersOfKind(tenant, kind),
    offer: { config: {}, permissions: usePermissions(kind, tenant, place), after: [] },
  }));

function usePermissions(
  kind: SelfServiceKind,
  tenant: Tenant,
  { accountId, region }: { readonly accountId: string; readonly region: string },
): Offer["permissions"] {
  const beginning = selfServicePrefix(tenant);
  return kind === "tables"
    ? [
        {
          actions: ACTIONS.table,
          // Its indexes are among them.
          resources: [`arn:aws:dynamodb:${region}:${accountId}:table/${beginning}*`],
        },
      ]
    : [
        { actions: ACTIONS.bucket, resources: [`arn:aws:s3:::${beginning}*`] },
        { actions: ACTIONS.object, resources: [`arn:aws:s3:::${beginning}*/*`] },
      ];
}
