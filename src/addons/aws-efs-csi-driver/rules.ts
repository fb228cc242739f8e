import { problem } from "../../settings/checking/problem";
import type { ClusterEnvironmentConfig } from "../../settings/environment/environment";

/** Refuses a default class that nodes could not mount. */
export function problemsOfSharedVolumes({
  addons: { efsCsiDriver },
  cluster,
}: ClusterEnvironmentConfig): string[] {
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
