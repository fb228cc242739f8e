import { existsSync } from "node:fs";
import { clusterLabel } from "../../../src/settings/environment/stack-names";
import { organisation } from "../../samples/platform";
import { platformFolder } from "../../toolbox/platform-command";
import {
  type ClusterEnvironment,
  type EnvironmentSettings,
} from "../../../src/settings/environment/environment";
import type { Proposal } from "./proposal";
import { kubernetesMinor } from "../../../src/settings/checking/kubernetes-minor";

/** Environments beside the one to upgrade. */
export interface Surroundings {
  readonly others: readonly ClusterEnvironment[];

  /** Environments that set their own version instead of taking the default. */
  readonly withOwnVersion: readonly ClusterEnvironment[];

  /** True if all of them run the new minor already, so that the default can follow with this environment. */
  readonly isLast: boolean;
}

/** Surroundings of an environment that moves to a minor. */
export function surroundingsOf(
  environment: ClusterEnvironment,
  to: string,
  environments: readonly ClusterEnvironment[],
  settings: readonly EnvironmentSettings[],
): Surroundings {
  const others = environments.filter((other) => clusterLabel(other) !== clusterLabel(environment));
  const hasOwnVersion = ({ name, cluster }: ClusterEnvironment) =>
    settings.some(
      (written) => written.name === name && written.clusters[cluster.name]?.version !== undefined,
    );

  return {
    others,
    withOwnVersion: others.filter(hasOwnVersion),
    isLast:
      !hasOwnVersion(environment) &&
      others.every(({ cluster }) => kubernetesMinor(cluster.version)! >= kubernetesMinor(to)!),
  };
}

/** File with an environment's settings. */
export function fileOf({ name }: ClusterEnvironment): string {
  const folder = `${platformFolder()}/environments`;
  return existsSync(folder)
    ? `${folder}/${organisation.promotion.includes(name) ? name : "ephemeral"}.ts`
    : `${folder}.ts`;
}

/** Path of a cluster's setting in that file. */
export const settingOf = ({ cluster }: ClusterEnvironment, setting: string): string =>
  `clusters.${cluster.name}.${setting}`;

/** File of the release in the making, which clusters with a release take as a whole. */
export const NEXT_FILE = `${platformFolder()}/releases/next.json`;

/** Place of a version: the environment's file or, where the cluster has a release, the one in the making. */
export const placeOf = (
  environment: ClusterEnvironment,
  setting: string,
  inRelease: string,
): Pick<Proposal, "file" | "setting"> =>
  environment.cluster.release === undefined
    ? { file: fileOf(environment), setting: settingOf(environment, setting) }
    : { file: NEXT_FILE, setting: inRelease };
