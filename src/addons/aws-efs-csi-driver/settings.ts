import { z } from "zod";
import { HTTPS, chartAddon, chartSection, MONITORED } from "../../settings/addon-definition/definition";
import { INSTALLED_AS } from "../../settings/cluster/drivers";
import { CHART } from "./chart";
import { problemsOfSharedVolumes } from "./rules";

const CONFIG = chartSection({
  /** Fate of a volume's access point once no pod claims it. Its files stay in either case. */
  reclaimPolicy: z.enum(["Retain", "Delete"]),

  /** Makes `efs` the class of claims that name none, in place of the class for EBS volumes. */
  defaultClass: z.boolean(),

  /** Form of the driver: its chart, or EKS's add-on, whose version `eksAddons` holds. */
  installedAs: INSTALLED_AS,
});

/** For volumes that pods of several nodes share. `cluster-infrastructure` makes the file system. */
export const efsCsiDriver = chartAddon({
  chart: CHART,
  reaches: HTTPS,
  ownsRoles: () => ["efs-csi-controller-sa", "efs-csi-node-sa"],
  config: CONFIG,
  defaults: (): z.infer<typeof CONFIG> => ({
    values: {},
    reclaimPolicy: "Retain",
    defaultClass: false,
    installedAs: "chart",
  }),
  offByDefault: () => true,
  needs: MONITORED,
  rules: problemsOfSharedVolumes,
});
