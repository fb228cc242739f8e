import { z } from "zod";
import { HTTPS, chartAddon, chartSection, MONITORED } from "../../settings/addon-definition/definition";
import { CHART } from "./chart";
import { storageClassRemains } from "./rules";

const CONFIG = chartSection({
  /** Fate of a volume once nothing claims it any more. */
  reclaimPolicy: z.enum(["Retain", "Delete"]),
});

export const ebsCsiDriver = chartAddon({
  chart: CHART,
  reaches: HTTPS,
  ownsRoles: () => ["ebs-csi-controller-sa"],
  config: CONFIG,
  defaults: (): z.infer<typeof CONFIG> => ({ values: {}, reclaimPolicy: "Retain" }),
  // EKS Auto Mode has a driver of its own.
  offByDefault: ({ nodesBy }) => nodesBy === "auto",
  needs: MONITORED,
  rules: storageClassRemains,
});
