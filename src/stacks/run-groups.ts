import type { ClusterEnvironment, Environment } from "../settings/environment/environment";
import { type StackPlace, stacksOf } from "../settings/environment/stack-names";
import type { StackName } from "../settings/state/stack-names";

/** Stacks whose runs sign in to AWS with the same roles. */
export interface RunGroup {
  /** Cluster beside the main one; `undefined` for the environment with its main cluster. */
  readonly cluster: ClusterEnvironment | undefined;
  readonly stacks: readonly StackPlace<ClusterEnvironment>[];
}

/** Stack that runs sign in by, which an administrator applies, and the registry's, which has roles of its own. */
const APART: readonly StackName[] = ["tfc-aws-config", "ecr"];

/** Groups of an environment's stacks: its own with those of the main cluster, then those of each other cluster. */
export function runGroupsOf(environment: Environment): RunGroup[] {
  const stacks = stacksOf(environment).filter(({ name }) => !APART.includes(name));
  const beside = environment.clusters.filter(({ cluster }) => !cluster.main);

  return [undefined, ...beside].map((cluster) => ({
    cluster,
    stacks: stacks.filter((place) =>
      cluster === undefined ? place.cluster?.cluster.main !== false : place.cluster === cluster,
    ),
  }));
}
