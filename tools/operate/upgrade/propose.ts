import type { ClusterEnvironment, EnvironmentSettings } from "../../../src/settings/environment/environment";
import { upgradeOfCharts } from "./charts";
import { upgradeOfControlPlane } from "./control-plane";
import { upgradeOfEksAddons } from "./eks-addons";
import { upgradeOfNodeGroups } from "./node-groups";
import { STEPS, type Upgrade } from "./proposal";
import { surroundingsOf } from "./surroundings";

/** All steps to move an environment's cluster to the next Kubernetes minor, in their order. */
export function propose(
  environment: ClusterEnvironment,
  to: string,
  environments: readonly ClusterEnvironment[],
  settings: readonly EnvironmentSettings[],
): Upgrade {
  const surroundings = surroundingsOf(environment, to, environments, settings);
  const parts = [
    upgradeOfControlPlane(environment, to, surroundings),
    upgradeOfNodeGroups(environment, to),
    upgradeOfCharts(environment, to),
    upgradeOfEksAddons(environment, to, surroundings),
  ];
  const proposals = parts.flatMap((part) => part.proposals);

  return {
    proposals: STEPS.flatMap((step) => proposals.filter((proposal) => proposal.step === step)),
    blockers: parts.flatMap(({ blockers }) => blockers),
    exceptions: parts.flatMap(({ exceptions }) => exceptions),
  };
}
