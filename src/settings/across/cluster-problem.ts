import { environmentLabel } from "../checking/label";
import { type Path, problem } from "../checking/problem";
import type { ClusterEnvironmentConfig } from "../environment/environment";

/** Problem at a setting of a cluster, in the words of the environment's author. */
export const clusterProblem = (
  { name, cluster }: ClusterEnvironmentConfig,
  path: Path,
  ...[expected, got, fix]: readonly [string, string, string]
): string =>
  `${environmentLabel({ name })} ${problem(["clusters", cluster.name, ...path], expected, got, fix)}`;
