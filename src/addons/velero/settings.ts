import { z } from "zod";
import { HTTPS, chartAddon, chartSection, MONITORED } from "../../settings/addon-definition/definition";
import { section } from "../../settings/addon-definition/section";
import { CHART } from "./chart";
import { problemsOfBackups } from "./rules";

const CONFIG = chartSection({
  /** Hour of each day at which a backup begins, in UTC. */
  hour: z.number(),

  /** Days for which a backup and its snapshots of volumes are kept. */
  keepDays: z.number(),

  /** Lets Velero write into the cluster, for a restore that goes on. It needs the rights of an administrator. */
  restoring: z.union([
    section({ reason: z.string() }, '{ reason: "…" } while a restore goes on, or false'),
    z.literal(false),
  ]),
});

/** For what a cluster alone has: objects of applications, and their volumes. Secrets stay where they come from. */
export const velero = chartAddon({
  chart: CHART,
  reaches: HTTPS,
  ownsRoles: () => ["velero"],
  config: CONFIG,
  defaults: (): z.infer<typeof CONFIG> => ({ values: {}, hour: 2, keepDays: 30, restoring: false }),
  offByDefault: () => true,
  needs: MONITORED,
  rules: problemsOfBackups,
});
