import { problemsOfDriver } from "../../settings/cluster/drivers";
import { problem } from "../../settings/checking/problem";
import type { ClusterEnvironmentConfig } from "../../settings/environment/environment";

const problemsOfInstallation = problemsOfDriver("efsCsiDriver");

/** Problems of the driver: its form, and a second default class. */
export const problemsOfSharedVolumes = (config: ClusterEnvironmentConfig): string[] => [
  ...problemsOfInstallation(config),
  ...oneDefaultClass(config),
];

/** Refuses a default class beside that of EKS Auto Mode. */
function oneDefaultClass({ addons: { efsCsiDriver }, cluster }: ClusterEnvironmentConfig): string[] {
  return efsCsiDriver !== false && efsCsiDriver.defaultClass && cluster.compute.kind === "auto"
    ? [
        problem(
          ["addons", "efsCsiDriver", "defaultClass"],
          "false, since EKS Auto Mode has a default class of its own",
          "true",
          'leave it out, and name storageClassName: "efs" in claims',
        ),
      ]
    : [];
}
