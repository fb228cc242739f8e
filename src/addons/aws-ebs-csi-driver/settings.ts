import { z } from "zod";
import { HTTPS, chartAddon, chartSection, MONITORED } from "../../settings/addon-definition/definition";
import { INSTALLED_AS } from "../../settings/cluster/drivers";
import { CHART } from "./chart";
import { problemsOfVolumes } from "./rules";

const CONFIG = chartSection({
  /** Fate of a volume once nothing claims it any more. */
  reclaimPolicy: z.enum(["Retain", "Delete"]),

  /** Form of the driver: its chart, or EKS's add-on, whose version `eksAddons` holds. */
  installedAs: INSTALLED_AS,
});

export const ebsCsiDriver = chartAddon({
  chart: CHART,
  reaches: HTTPS,
  ownsRoles: () => ["ebs-csi-controller-sa"],
  config: CONFIG,
  defaults: (): z.infer<typeof CONFIG> => ({ values: {}, reclaimPolicy: "Retain", installedAs: "chart" }),
  // EKS Auto Mode has a driver of its own.
  offByDefault: ({ nodesBy }) => nodesBy === "auto",
  needs: MONITORED,
  rules: problemsOfVolumes,
});
