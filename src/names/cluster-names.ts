import { bounded } from "./bounded";
import { NAME_LIMITS } from "./limits";

/** Name of the IAM role of a service account, `<service account>-<cluster>`. It always ends in the cluster's name. */
export const workloadRoleName = (account: string, cluster: string): string =>
  `${bounded(account, NAME_LIMITS.role - `-${cluster}`.length)}-${cluster}`;

/** Name of the IAM role of an AWS service, `<cluster>-<purpose>`. It always begins with the cluster's name. */
export const serviceRoleName = (cluster: string, purpose: string): string =>
  `${cluster}-${bounded(purpose, NAME_LIMITS.role - `${cluster}-`.length)}`;

const LOG_DELIVERY_ROLES = ["sender", "subscriber"] as const;

/** Name of what sends on the control plane's logs, which begins the names of {@link logDeliveryRoleName}. */
export const logDeliveryName = (cluster: string): string =>
  `${cluster}-${bounded("control-plane-logs", NAME_LIMITS.role - longest(LOG_DELIVERY_ROLES) - `${cluster}--`.length)}`;

/** Name of an IAM role that sends on the control plane's logs. */
export const logDeliveryRoleName = (cluster: string, role: (typeof LOG_DELIVERY_ROLES)[number]): string =>
  `${logDeliveryName(cluster)}-${role}`;

/** Names of both. */
export const logDeliveryRoleNames = (cluster: string): string[] =>
  LOG_DELIVERY_ROLES.map((role) => logDeliveryRoleName(cluster, role));

const BUCKETS = ["load-balancer-logs", "flow-logs", "unsent-logs", "workflow-artifacts", "tempo"] as const;

/** Beginning of the names of a cluster's buckets, `<cluster>-<environment>`. */
export const bucketPrefix = (cluster: string, environment: string): string =>
  bounded(`${cluster}-${environment}`, NAME_LIMITS.bucket - longest(BUCKETS) - 1);

/** Name of a bucket of a cluster, `<cluster>-<environment>-<purpose>`. */
export const bucketName = (
  cluster: string,
  environment: string,
  purpose: (typeof BUCKETS)[number] | "velero",
): string => `${bucketPrefix(cluster, environment)}-${purpose}`;

/** Names of all buckets that every cluster may have. */
export const bucketNames = (cluster: string, environment: string): string[] =>
  BUCKETS.map((purpose) => bucketName(cluster, environment, purpose));

const INSTANCE = "-instance-1";

/** Name of the database of an add-on, `<add-on>-<cluster>`, with room for that of its instance. */
export const databaseName = (addon: string, cluster: string): string =>
  bounded(`${addon}-${cluster}`, NAME_LIMITS.database - INSTANCE.length);

/** Name of the one instance of a database. */
export const databaseInstanceName = (database: string): string => `${database}${INSTANCE}`;

/** Beginning of the name of a node group and of its launch template, `<cluster>-<group>-`. */
export const nodeGroupPrefix = (cluster: string, group: string): string =>
  `${bounded(`${cluster}-${group}`, NAME_LIMITS.nodeGroupPrefix - 1)}-`;

/** Purpose, in names, of the role of nodes that Karpenter or Auto Mode makes. */
export const POOL_NODES = { karpenter: "karpenter-node", auto: "auto-node" } as const;

/** Name of the role of nodes that Karpenter or Auto Mode makes, and of Karpenter's instance profile. */
export const poolNodeRoleName = (cluster: string, kind: keyof typeof POOL_NODES): string =>
  serviceRoleName(cluster, POOL_NODES[kind]);

/** Name of the queue with notices for Karpenter. */
export const queueName = (cluster: string): string => `${cluster}-karpenter`;

/** Purpose, in names, of the instance through which people reach the Kubernetes API. */
export const API_RELAY = "api-relay";

/** Name of the relay of a cluster: of its group, its security group and its instance profile. */
export const relayName = (cluster: string): string => `${cluster}-${API_RELAY}`;

/** Name of the document by which Session Manager forwards a port to the Kubernetes API. */
export const relayDocumentName = (cluster: string): string => `${cluster}-api`;

/** Name of the log group with the sessions through a relay. EventBridge writes to groups of this beginning alone. */
export const relayLogGroupName = (cluster: string): string => `/aws/events/${cluster}-api-sessions`;

/** Purpose, in names, of the agents that run Terraform for HCP Terraform. */
export const TERRAFORM_AGENTS = "terraform-agents";

/** Name of the agents of a cluster: of their cluster in ECS, their service and their security group. */
export const agentsName = (cluster: string): string => `${cluster}-${TERRAFORM_AGENTS}`;

/** Name of the log group of the agents of a cluster. */
export const agentsLogGroupName = (cluster: string): string => `/aws/ecs/${agentsName(cluster)}`;

/** Name of the VPN of a cluster, and of its security group. */
export const vpnName = (cluster: string): string => `${cluster}-api-vpn`;

/** Name of the log group with the connections of a Client VPN. */
export const vpnLogGroupName = (cluster: string): string => `/aws/clientvpn/${cluster}`;

/** Name of an application's load balancer, `<application>-<cluster>`. */
export const loadBalancerName = (application: string, cluster: string): string =>
  bounded(`${application}-${cluster}`, NAME_LIMITS.loadBalancer);

function longest(names: readonly string[]): number {
  return Math.max(...names.map(({ length }) => length));
}
