import type { EnvironmentConfig } from "../environment/environment";
import { stackNames } from "../environment/stack-names";
import { isClusterStack } from "../state/stack-names";
import type { MovedResource } from "../state/state";
import { importedPath, movedPath, removedPath } from "../state/paths";
import { oneOf, type Path, problem, show } from "../checking/problem";

/** Refuses changes to the state of stacks that the environment does not have. */
export function stacksWithStateExist(config: EnvironmentConfig): string[] {
  const had = stackNames(config);
  const problemOf = (path: Path, stack: string) =>
    problem(path, oneOf(had), show(stack), "this environment has no such stack");

  const clusters = config.clusters.map(({ cluster }) => cluster.name);
  const problemsOfItem = (
    { stack, cluster }: Pick<MovedResource, "stack" | "cluster">,
    at: (key: string) => Path,
  ): string[] => [
    ...(had.includes(stack) ? [] : [problemOf(at("stack"), stack)]),
    ...(cluster === undefined || (isClusterStack(stack) && clusters.includes(cluster))
      ? []
      : [
          isClusterStack(stack)
            ? problem(at("cluster"), oneOf(clusters), show(cluster), "name a cluster of this environment")
            : problem(
                at("cluster"),
                "nothing, since the environment has this stack once",
                show(cluster),
                "leave it out",
              ),
        ]),
  ];

  return [
    ...config.state.moved.flatMap((item, index) => problemsOfItem(item, (key) => movedPath(index, key))),
    ...config.state.imported.flatMap((item, index) =>
      problemsOfItem(item, (key) => importedPath(index, key)),
    ),
    ...config.state.removed.flatMap((item, index) => problemsOfItem(item, (key) => removedPath(index, key))),
  ];
}
