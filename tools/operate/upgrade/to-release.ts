import { acceptedRange, includes, rangeText } from "../../../src/settings/addon-definition/chart";
import { chartsOf } from "../../../src/settings/addons/charts";
import { kubernetesMinor } from "../../../src/settings/checking/kubernetes-minor";
import type { ClusterEnvironment } from "../../../src/settings/environment/environment";
import { clusterLabel } from "../../../src/settings/environment/stack-names";
import { differencesBetween, type ReleaseDifference } from "../../../src/settings/releases/differences";
import { isLater } from "../../../src/settings/releases/release";
import type { Release } from "../../../src/settings/releases/schema";
import { stepBefore, wordsOf } from "../release/diff";
import type { Proposal, Upgrade } from "./proposal";
import { fileOf, settingOf } from "./surroundings";

/** Move of a cluster to a release. */
export interface Move {
  readonly environment: ClusterEnvironment;

  /** Number of the release to move to. */
  readonly to: string;

  /** Every cluster of the organisation. */
  readonly all: readonly ClusterEnvironment[];
}

/** Edit that moves a cluster to a release, the steps before it, and all that follows. */
export function upgradeToRelease({ environment, to, all }: Move): Upgrade {
  const { releases } = environment.organisation;
  const from = environment.cluster.release!;
  const [before, after] = [releases[from]!, releases[to]!];
  const differences = differencesBetween(before, after).filter((one) => concerns(one, environment));

  return {
    proposals: [
      ...differences.flatMap(stepsBefore),
      {
        step: "control plane",
        file: fileOf(environment),
        setting: settingOf(environment, "release"),
        from,
        to,
        why: "apply cluster-infrastructure, then cluster-services: docs/releases.md",
      },
      ...differences.map(follower),
    ],
    blockers: [
      ...problemsOfKubernetes(environment, after, to),
      ...triedBefore({ environment, to, all }),
      ...problemsOfCharts(environment, before, after, from),
    ],
    exceptions: [],
  };
}

/** True for what the cluster runs: add-ons that are off are not. */
function concerns({ kind, name }: ReleaseDifference, { addons, cluster }: ClusterEnvironment): boolean {
  switch (kind) {
    case "chart":
      return chartsOf(addons).some((chart) => chart.name === name);
    case "eks-addon":
      return Object.hasOwn(cluster.eksAddons, name);
    default:
      return true;
  }
}

const stepsBefore = (one: ReleaseDifference): Proposal[] => {
  const step = stepBefore(one);
  return step === ""
    ? []
    : [
        {
          step: "before",
          file: "-",
          setting: wordsOf(one),
          from: one.from ?? "-",
          to: one.to ?? "-",
          why: step,
        },
      ];
};

const follower = (one: ReleaseDifference): Proposal => ({
  step: "with it",
  file: "-",
  setting: wordsOf(one),
  from: one.from ?? "-",
  to: one.to ?? "-",
  why: one.kind === "chart" ? "cluster-services" : "cluster-infrastructure",
});

/** Blockers of the control plane, which goes forward by one minor at a time. */
function problemsOfKubernetes(
  { cluster }: ClusterEnvironment,
  { kubernetes }: Release,
  to: string,
): string[] {
  const steps = kubernetesMinor(kubernetes)! - kubernetesMinor(cluster.version)!;
  return steps === 0 || steps === 1
    ? []
    : [
        `release ${to}: expected Kubernetes ${cluster.version}, which the cluster runs, or the minor after it, got ` +
          `${kubernetes}; ${steps < 0 ? "a control plane never goes back" : "take the releases between"}`,
      ];
}

/** Blockers in the order of promotion: a cluster of the stage before this one runs a release first. */
function triedBefore({ environment, to, all }: Move): string[] {
  const { promotion } = environment.organisation;
  const before = promotion[promotion.indexOf(environment.name) - 1];
  const clusters = all.filter(({ name }) => name === before);
  if (clusters.length === 0 || clusters.some(({ cluster: { release = "0" } }) => !isLater(to, release))) {
    return [];
  }
  return [
    `${before}: expected release ${to} before ${environment.name} has it, got ${clusters[0]!.cluster.release ?? "none"}; ` +
      `begin with npm run upgrade -- --to ${to} ${clusterLabel(clusters[0]!)}`,
  ];
}

/** Blockers of charts: those of the release before run on the new Kubernetes until cluster-services is applied. */
const problemsOfCharts = (
  { addons }: ClusterEnvironment,
  before: Release,
  { kubernetes }: Release,
  from: string,
): string[] =>
  chartsOf(addons, undefined, before.charts)
    .filter((chart) => !includes(acceptedRange(chart), kubernetes))
    .map(
      (chart) =>
        `${chart.name} ${chart.version} of release ${from}: expected a chart for ${kubernetes}, got one for ` +
        `${rangeText(acceptedRange(chart))}; move the chart in a release before the one with ${kubernetes}`,
    );
