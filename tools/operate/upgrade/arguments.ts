import { parseArgs } from "node:util";
import type { ClusterEnvironment } from "../../../src/settings/environment/environment";
import { clusterLabel } from "../../../src/settings/environment/stack-names";
import { kubernetesMinor } from "../../../src/settings/cluster/kubernetes-versions";
import { CommandError } from "../../kit/command-error";

export interface Arguments {
  readonly environment: ClusterEnvironment;

  /** Kubernetes minor to move to: the one after the cluster's. */
  readonly to: string;
}

const USAGE = "npm run upgrade -- --to 1.<minor> <environment>";
const MINOR = /^1\.(0|[1-9]\d*)$/;

/** @throws CommandError naming everything that is wrong with the command line */
export function argumentsOf(args: readonly string[], environments: readonly ClusterEnvironment[]): Arguments {
  const { names, to } = parsed(args);
  const environment = environments.find((one) => clusterLabel(one) === names[0]);
  const problems = [
    ...problemsOfNames(names, environments),
    ...problemsOfMinor(to, environment ?? environments[0]!),
    ...(environment && to !== undefined && MINOR.test(to) ? problemsOfMove(environment, to) : []),
  ];
  if (problems.length > 0) {
    throw new CommandError(problems.join("\n"));
  }
  return { environment: environment!, to: to! };
}

function parsed(args: readonly string[]) {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { to: { type: "string" } },
    });
    return { names: positionals, to: values.to };
  } catch (error) {
    const [problem] = String((error as Error).message).split(". ");
    throw new CommandError(`${problem}; use ${USAGE}`);
  }
}

function problemsOfNames(names: readonly string[], environments: readonly ClusterEnvironment[]): string[] {
  const known = environments.map(clusterLabel);
  if (names.length === 1 && known.includes(names[0]!)) {
    return [];
  }
  const got = names.length === 0 ? "none" : names.map((name) => JSON.stringify(name)).join(" and ");
  return [`environment: expected one of ${known.join(", ")}, got ${got}; use ${USAGE}`];
}

function problemsOfMinor(to: string | undefined, environment: ClusterEnvironment): string[] {
  const expected = `--to: expected a Kubernetes minor such as ${minorAfter(environment)}`;
  if (to === undefined) {
    return [`${expected}, got none; use ${USAGE}`];
  }
  return MINOR.test(to) ? [] : [`${expected}, got ${JSON.stringify(to)}; EKS chooses the patch itself`];
}

/** Problems of the move: a control plane moves one minor at a time, and never back. */
function problemsOfMove(environment: ClusterEnvironment, to: string): string[] {
  const { name, cluster } = environment;
  const next = minorAfter(environment);
  const steps = kubernetesMinor(to)! - kubernetesMinor(cluster.version)!;
  const problem = (fix: string) => [`--to: expected ${next}, got ${to}; ${fix}`];

  if (steps === 0) {
    return problem(`${name} runs it already`);
  }
  if (steps < 0) {
    return problem(`${name} runs ${cluster.version}, and no control plane goes back`);
  }
  return steps === 1
    ? []
    : problem(`${name} runs ${cluster.version}, and a control plane moves one minor at a time`);
}

const minorAfter = ({ cluster }: ClusterEnvironment): string => `1.${kubernetesMinor(cluster.version)! + 1}`;
