import { z } from "zod";
import { chartAddon, chartSection, MONITORED } from "../../settings/addon-definition/definition";
import { CHART } from "./chart";
import { ownedRoles } from "./owned-roles";

const CONFIG = chartSection({
  /**
   * Sight of flows: `metrics` counts them, `relay` also answers the program `hubble` for all nodes, and `ui` also draws them
   * on a page that engineers reach by `kubectl port-forward`.
   */
  hubble: z.enum(["metrics", "relay", "ui"]),
});

/** Sight of flows that a cluster has. */
export type Hubble = z.infer<typeof CONFIG>["hubble"];

export const cilium = chartAddon({
  chart: CHART,
  ownsRoles: ownedRoles,
  config: CONFIG,
  defaults: (): z.infer<typeof CONFIG> => ({ values: {}, hubble: "relay" }),
  offByDefault: ({ podsBy }) => podsBy !== "cilium",
  needs: MONITORED,
});
