import { isLater, madeReleases } from "../../../src/settings/releases/release";
import type { ClusterEnvironment } from "../../../src/settings/environment/environment";
import { clusterLabel } from "../../../src/settings/environment/stack-names";
import { kubernetesMinor } from "../../../src/settings/checking/kubernetes-minor";
import { type Asked, commandLine } from "../../kit/command";
import { problemOfChoice } from "../../kit/command-arguments";
import { CommandError } from "../../kit/command-error";

/** Move that a command line asks for. */
export interface Arguments {
  readonly environment: ClusterEnvironment;

  /** Kubernetes minor to move to, the one after the cluster's; or the number of a release. */
  readonly to: string;
}

export const UPGRADE = commandLine({
  name: "upgrade",
  summary:
    "Says what it takes to move a cluster to a release of the platform, or to the next Kubernetes minor, and what is in the way.",
  args: [{ name: "environment", count: "one", help: "an environment, or <environment>-<cluster>" }],
  options: { to: { value: "release", help: "number of a release, or a Kubernetes minor (1.<minor>)" } },
  notes: "Exit codes: 0 if nothing is in the way, 1 if something is.",
});

/** True for the number of a release; a minor has a point. */
export const isRelease = (to: string): boolean => /^[1-9]\d*$/.test(to);

const MINOR = /^1\.(0|[1-9]\d*)$/;

/** @throws CommandError naming all that is wrong with the command line */
export function argumentsOf(
  { args: [name = ""], options: { to } }: Asked<typeof UPGRADE.options>,
  environments: readonly ClusterEnvironment[],
): Arguments {
  const environment = environments.find((one) => clusterLabel(one) === name);
  const unknown = problemOfChoice("<environment>", name, environments.map(clusterLabel));
  const problems = [
    ...(unknown === undefined ? [] : [unknown]),
    ...problemsOfGoal(to, environment, environments),
  ];
  if (problems.length > 0) {
    throw new CommandError(problems.join("\n"));
  }
  return { environment: environment!, to: to! };
}

function problemsOfGoal(
  to: string | undefined,
  environment: ClusterEnvironment | undefined,
  environments: readonly ClusterEnvironment[],
): string[] {
  if (to !== undefined && isRelease(to)) {
    return environment ? problemsOfRelease(environment, to) : [];
  }
  return [
    ...problemsOfMinor(to, environment ?? environments[0]!),
    ...(environment && to !== undefined && MINOR.test(to) ? problemsOfMove(environment, to) : []),
  ];
}

/** Problems of a release to move to: none of that number, and one that the cluster has or had. */
function problemsOfRelease({ cluster, name, organisation }: ClusterEnvironment, to: string): string[] {
  const made = madeReleases(organisation.releases);
  const later = made.filter((one) => cluster.release !== undefined && isLater(one, cluster.release));
  if (cluster.release === undefined) {
    return [`--to: expected a minor, got ${to}; ${name} has no release: write one into its file first`];
  }
  if (later.includes(to)) {
    return [];
  }
  const expected = later.length === 0 ? "a later release, of which there is none" : later.join(" or ");
  return [
    `--to: expected ${expected}, got ${to}; ${name} has release ${cluster.release}, and ` +
      (made.includes(to) ? "this command goes forward" : "npm run release -- new makes the next"),
  ];
}

function problemsOfMinor(to: string | undefined, environment: ClusterEnvironment): string[] {
  const expected = `--to: expected a Kubernetes minor such as ${minorAfter(environment)}`;
  if (to === undefined) {
    return [`${expected}, got none; add it`];
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
    return problem(
      `${name} runs ${cluster.version}, and this command goes forward; see docs/upgrades.md on going back`,
    );
  }
  return steps === 1
    ? []
    : problem(`${name} runs ${cluster.version}, and a control plane moves one minor at a time`);
}

const minorAfter = ({ cluster }: ClusterEnvironment): string => `1.${kubernetesMinor(cluster.version)! + 1}`;
