import {
  mainCluster,
  type ClusterEnvironment,
  type Environment,
} from "../../../src/settings/environment/environment";
import { type Asked, commandLine } from "../../kit/command";
import { problemOfChoice } from "../../kit/command-arguments";
import { CommandError } from "../../kit/command-error";

export const DESCRIBE = commandLine({
  name: "describe",
  summary:
    "Prints, as YAML, the settings of an environment as one of its clusters has them, defaults filled in.",
  args: [
    { name: "environment", count: "one", help: "an environment" },
    { name: "cluster", count: "optional", help: "cluster of the environment (its main one)" },
  ],
  options: {},
  notes: "Settings hold no secrets: they name where secrets are kept.",
});

/** @throws CommandError if the environment or the cluster is unknown, with the nearest known one */
export const argumentsOf = (
  { args }: Asked<typeof DESCRIBE.options>,
  environments: readonly Environment[],
): ClusterEnvironment => clusterNamed(args, environments);

/**
 * Cluster of an environment, its main one if only the environment is named.
 *
 * @throws CommandError if the environment or the cluster is unknown, with the nearest known one
 */
export function clusterNamed(
  [name = "", clusterName]: readonly string[],
  environments: readonly Environment[],
): ClusterEnvironment {
  const environment = environments.find((one) => one.name === name);
  if (environment === undefined) {
    throw new CommandError(
      problemOfChoice(
        "<environment>",
        name,
        environments.map((one) => one.name),
      )!,
    );
  }
  if (clusterName === undefined) {
    return mainCluster(environment);
  }
  const cluster = environment.clusters.find((one) => one.cluster.name === clusterName);
  if (cluster === undefined) {
    const names = environment.clusters.map((one) => one.cluster.name);
    throw new CommandError(problemOfChoice("<cluster>", clusterName, names)!);
  }
  return cluster;
}
