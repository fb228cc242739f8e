import { ADDON_HEALTH } from "./addon-health";
import { ALERTS } from "./alerts";
import { CLUSTER_CAPACITY } from "./cluster-capacity";
import { FLEET_CLUSTERS } from "./fleet";
import { INGRESS_TRAFFIC } from "./ingress-traffic";
import type { Dashboard } from "./model";
import { PLATFORM_OVERVIEW } from "./platform-overview";

/** Dashboards about a fleet, each in the Grafana of a management cluster. */
export const DASHBOARDS_OF_FLEETS: readonly Dashboard[] = [FLEET_CLUSTERS];

/** The platform's own dashboards, each in every environment that has Grafana. */
export const DASHBOARDS: readonly Dashboard[] = [
  PLATFORM_OVERVIEW,
  CLUSTER_CAPACITY,
  ADDON_HEALTH,
  INGRESS_TRAFFIC,
  ALERTS,
];
