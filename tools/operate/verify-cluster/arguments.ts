import { clusterLabel } from "../../../src/settings/environment/stack-names";
import type { ClusterEnvironment, Environment } from "../../../src/settings/environment/environment";
import { environmentNames } from "../../../src/settings/organisation/environment-names";
import { type Asked, commandLine } from "../../kit/command";
import { problemOfChoice } from "../../kit/command-arguments";
import { CommandError } from "../../kit/command-error";

export interface Arguments {
  readonly environment: ClusterEnvironment;

  /** Context of kubectl; its current one by default. */
  readonly context?: string;

  /** File for the results in JUnit's form. */
  readonly junit?: string;

  /** Image of the workload; the usual one by default. */
  readonly image?: string;
}

export const VERIFY_CLUSTER = commandLine({
  name: "verify-cluster",
  summary:
    "Tries a live cluster with a workload of its own: from a pod to a page on the internet, its metrics and traces. Removes the workload.",
  args: [{ name: "environment", count: "one", help: "environment whose cluster to try" }],
  options: {
    cluster: { value: "name", help: "cluster of the environment; by default its main one" },
    context: { value: "name", help: "context of kubectl; by default the current one" },
    image: { value: "image", help: "image of the workload, which has agnhost in it" },
    junit: { value: "file", help: "file for the results, as JUnit XML" },
    yes: { help: "tries production, too" },
  },
  notes: "Exit codes: 0 if every check passed or has nothing to look at, 1 if one failed.",
});

/** @throws CommandError naming all that is wrong with the command line */
export function argumentsOf(
  { args: [name = ""], options }: Asked<typeof VERIFY_CLUSTER.options>,
  environments: readonly Environment[],
): Arguments {
  const environment = environments.find((one) => one.name === name);
  const unknown = problemOfChoice(
    "<environment>",
    name,
    environments.map((one) => one.name),
  );
  const clusters = environment?.clusters ?? [];
  const { cluster, context, junit, image, yes } = options;
  const chosen = clusters.find((one) =>
    cluster === undefined ? one.cluster.main : one.cluster.name === cluster,
  );
  const unknownCluster =
    cluster === undefined || environment === undefined
      ? undefined
      : problemOfChoice(
          "--cluster",
          cluster,
          clusters.map((one) => one.cluster.name),
        );
  const problems = [
    ...(unknown === undefined ? [] : [unknown]),
    ...(unknownCluster === undefined ? [] : [unknownCluster]),
    ...(environment !== undefined && isLast(environment) && !yes
      ? [
          `--yes: expected it, since changes reach ${name} last and people rely on it, got none; add it to try ${clusterLabel(chosen ?? clusters[0]!)}`,
        ]
      : []),
  ];
  if (problems.length > 0) {
    throw new CommandError(problems.join("\n"));
  }
  return {
    environment: chosen!,
    ...(context !== undefined && { context }),
    ...(junit !== undefined && { junit }),
    ...(image !== undefined && { image }),
  };
}

/** True for the environment that changes reach last. */
const isLast = ({ name, organisation }: Environment): boolean =>
  environmentNames(organisation).at(-1) === name;
