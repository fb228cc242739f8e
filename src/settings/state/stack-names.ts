/** Stacks of one environment in the order in which they are applied. Only one environment has `ecr`. */
export const STACK_NAMES = [
  "ecr",
  "vpc",
  "root-dns",
  "cluster-infrastructure",
  "cluster-access",
  "cluster-services",
  "external-services",
] as const;

/**
 * Stacks that an administrator applies once, before all others: see docs/terraform-cloud.md and
 * docs/backends.md.
 */
export const SETUP_STACK_NAMES = ["tfc-aws-config", "terraform-state"] as const;

export type StackName = (typeof STACK_NAMES)[number] | (typeof SETUP_STACK_NAMES)[number];

/** Stacks that each cluster has; every other stack is its environment's. */
export const CLUSTER_STACK_NAMES = [
  "cluster-infrastructure",
  "cluster-access",
  "cluster-services",
] as const satisfies readonly StackName[];

/** A stack that each cluster has. */
export type ClusterStackName = (typeof CLUSTER_STACK_NAMES)[number];

/** A stack that each environment has once. */
export type EnvironmentStackName = Exclude<StackName, ClusterStackName>;

export const isClusterStack = (name: StackName): name is ClusterStackName =>
  (CLUSTER_STACK_NAMES as readonly StackName[]).includes(name);
