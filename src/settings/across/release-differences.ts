import { ADDON_CHARTS } from "../addons/charts";
import type { AddonName } from "../addons";
import { show } from "../checking/problem";
import { nodeImagesOf } from "../cluster/node-releases";
import type { ClusterEnvironmentConfig } from "../environment/environment";
import { releaseOf } from "../releases/release";
import type { Release } from "../releases/schema";
import { clusterProblem } from "./cluster-problem";

const LEAVE_OUT = "leave it out, or make a release that has it: npm run release -- new";

/** Refuses what a cluster runs beside its release: other versions, and add-ons that the release has no version of. */
export function runsItsRelease(config: ClusterEnvironmentConfig): string[] {
  const release = releaseOf(config.cluster.release, config.organisation.releases);
  return release === undefined
    ? []
    : [
        ...problemsOfKubernetes(config, release),
        ...problemsOfNodes(config, release),
        ...problemsOfEksAddons(config, release),
        ...problemsOfCharts(config, release),
      ];
}

const has = ({ cluster }: ClusterEnvironmentConfig, version: string): string =>
  `${version}, which release ${cluster.release} has`;

const problemsOfKubernetes = (config: ClusterEnvironmentConfig, { kubernetes }: Release): string[] =>
  config.cluster.version === kubernetes
    ? []
    : [clusterProblem(config, ["version"], has(config, kubernetes), show(config.cluster.version), LEAVE_OUT)];

/** Problems of groups with an image of Amazon Linux that the release does not have. */
const problemsOfNodes = (config: ClusterEnvironmentConfig, { kubernetes, nodes }: Release): string[] =>
  Object.entries(config.cluster.nodeGroups)
    .filter(
      ([, { amiType, releaseVersion }]) =>
        config.cluster.version === kubernetes &&
        nodeImagesOf(amiType).namesKubernetes &&
        typeof releaseVersion === "string" &&
        releaseVersion !== nodes,
    )
    .map(([group, { releaseVersion }]) =>
      clusterProblem(
        config,
        ["nodeGroups", group, "releaseVersion"],
        has(config, nodes),
        show(releaseVersion),
        LEAVE_OUT,
      ),
    );

const problemsOfEksAddons = (config: ClusterEnvironmentConfig, { eksAddons }: Release): string[] =>
  Object.entries(config.cluster.eksAddons).flatMap(([name, { version }]) => {
    const released = eksAddons[name];
    if (released === undefined) {
      return [lacks(config, ["eksAddons", name])];
    }
    return version === released
      ? []
      : [
          clusterProblem(
            config,
            ["eksAddons", name, "version"],
            has(config, released),
            show(version),
            LEAVE_OUT,
          ),
        ];
  });

const problemsOfCharts = (config: ClusterEnvironmentConfig, { charts }: Release): string[] =>
  Object.entries(ADDON_CHARTS)
    .filter(([addon, { name }]) => config.addons[addon as AddonName] !== false && charts[name] === undefined)
    .map(([addon]) => lacks(config, ["addons", addon]));

const lacks = (config: ClusterEnvironmentConfig, path: readonly string[]): string =>
  clusterProblem(
    config,
    path,
    `an add-on of release ${config.cluster.release}`,
    "one that it has no version of",
    "switch it off with false, or move the cluster to a release that has it",
  );
