import { allow, exec, READ, WRITE } from "../access/access-levels";
import type { AccessRule } from "../access/access-levels-schema";
import type { ClusterConfig } from "../cluster/cluster";
import { type EksCapabilities, KRO_GROUP } from "../cluster/eks-capabilities";
import { resourceOf, ROUTE_KINDS } from "../namespaces/argo-kinds";
import type { AddonsConfig } from "../addons";
import { GATEWAY_API } from "../../names/gateway-names";
import { tenantRole } from "../../names/tenant-names";
import { SELF_SERVICE_KINDS } from "./self-service";

const ROUTES = ROUTE_KINDS.map(({ kind }) => resourceOf(kind));

const WORKLOADS = ["deployments", "statefulsets", "daemonsets", "replicasets"];

/** Objects that every role reads. Policies and bounds are among them, so that a team sees what refuses its pods. */
const look = [
  allow(
    READ,
    [""],
    [
      "pods",
      "pods/log",
      "services",
      "configmaps",
      "endpoints",
      "events",
      "persistentvolumeclaims",
      "serviceaccounts",
      "limitranges",
      "resourcequotas",
    ],
  ),
  allow(READ, ["apps"], WORKLOADS),
  allow(READ, ["batch"], ["jobs", "cronjobs"]),
  allow(READ, ["autoscaling"], ["horizontalpodautoscalers"]),
  allow(READ, ["policy"], ["poddisruptionbudgets"]),
  allow(READ, ["networking.k8s.io"], ["ingresses", "networkpolicies"]),
  allow(READ, ["rbac.authorization.k8s.io"], ["rolebindings"]),
  allow(READ, ["monitoring.coreos.com"], ["podmonitors", "prometheusrules", "servicemonitors"]),
];

/** Objects of an application. Network policies, quotas and rights are the platform's to change. */
const change = [
  allow(WRITE, [""], ["pods", "services", "configmaps", "persistentvolumeclaims", "serviceaccounts"]),
  allow(WRITE, ["apps"], ["deployments", "deployments/scale", "statefulsets", "statefulsets/scale"]),
  allow(WRITE, ["batch"], ["jobs", "cronjobs"]),
  allow(WRITE, ["autoscaling"], ["horizontalpodautoscalers"]),
  allow(WRITE, ["policy"], ["poddisruptionbudgets"]),
  allow(WRITE, ["networking.k8s.io"], ["ingresses"]),
  allow(WRITE, ["monitoring.coreos.com"], ["podmonitors", "prometheusrules", "servicemonitors"]),
];

/** Connects a person's computer to a pod. */
const forward = allow(["create"], [""], ["pods/portforward"]);

/** Secrets of the namespace, among them Helm's records of its releases. */
const secrets = allow(WRITE, [""], ["secrets"]);

/** Facts of a cluster on which the rights of tenants depend. */
interface Offering {
  readonly cluster: Pick<ClusterConfig, "eksCapabilities">;
  readonly addons: Pick<AddonsConfig, "awsLoadBalancerController">;
}

/** Kinds that the controllers of a cluster bring for tenants, by their API group. */
const broughtBy = ({ ack, kro }: EksCapabilities): readonly [group: string, resources: string[]][] => [
  ...(ack
    ? Object.values(SELF_SERVICE_KINDS).map(({ group, kind }): [string, string[]] => [
        group,
        [resourceOf(kind)],
      ])
    : []),
  ...(kro === false ? [] : [[KRO_GROUP, kro.offers.map(resourceOf)] as [string, string[]]]),
];

/**
 * Rights of the roles that tenants give, by the name of the ClusterRole. Kubernetes's own `edit` and `admin` change network
 * policies and bind roles, by which one side alone could let a tenant into another's network.
 */
export function tenantRolesOn({
  cluster: { eksCapabilities },
  addons: { awsLoadBalancerController: controller },
}: Offering): Readonly<Record<string, readonly AccessRule[]>> {
  const brought = (verbs: readonly string[]) =>
    broughtBy(eksCapabilities).map(([group, resources]) => allow(verbs, [group], resources));
  // A team reads its listeners, which say of a host whether it is served.
  const routes = (verbs: readonly string[]) =>
    controller && controller.gateway
      ? [allow(verbs, [GATEWAY_API], ROUTES), allow(READ, [GATEWAY_API], ["listenersets"])]
      : [];
  const all = [...look, ...change, ...brought(WRITE), ...routes(WRITE)];
  return {
    [tenantRole("view")]: [...look, ...brought(READ), ...routes(READ)],
    [tenantRole("edit")]: [...all, exec, forward],
    [tenantRole("admin")]: [...all, secrets, exec, forward],
    [tenantRole("deployer")]: [...all, secrets],
  };
}
