import { serviceRoleName } from "./cluster-names";

/** Purpose, in names, of each capability of EKS. */
export const CAPABILITIES = { ack: "ack", kro: "kro", argoCd: "argo-cd" } as const;

/** A capability of EKS, as settings name it. */
export type CapabilityName = keyof typeof CAPABILITIES;

/** Name of the role that EKS assumes for a capability. */
export const capabilityRoleName = (cluster: string, capability: CapabilityName): string =>
  serviceRoleName(cluster, CAPABILITIES[capability]);

/**
 * Name of the role by which ACK makes the resources of one namespace. Two hyphens keep it apart from the roles of a cluster
 * whose name begins alike.
 */
export const selfServiceRoleName = (cluster: string, namespace: string): string =>
  serviceRoleName(cluster, `${CAPABILITIES.ack}--${namespace}`);

/** Pattern of the names of those roles, of all namespaces of a cluster. */
export const selfServiceRoleNames = (cluster: string): string =>
  serviceRoleName(cluster, `${CAPABILITIES.ack}--*`);

/**
 * User of the Kubernetes API as whom kro acts.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/capabilities-security.html
 */
export const kroUser = (accountId: string, cluster: string): string =>
  `arn:aws:sts::${accountId}:assumed-role/${capabilityRoleName(cluster, "kro")}/KRO`;

/** Name of the ClusterRole by which kro makes objects, in the namespaces that bind it. */
export const GRAPH_MAKER = "kro-graphs";

/** Kind of AWS resource that tenants make themselves. */
export type SelfServiceKind = "tables" | "buckets";
