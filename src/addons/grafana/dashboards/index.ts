import { ADDON_HEALTH } from "./addon-health";
import { ALERTS } from "./alerts";
import { CLUSTER_CAPACITY } from "./cluster-capacity";
import { INGRESS_TRAFFIC } from "./ingress-traffic";
import type { Dashboard } from "./model";
import { PLATFORM_OVERVIEW } from "./platform-overview";

/** The platform's own dashboards, each in every environment that has Grafana. */
export const DASHBOARDS: readonly Dashboard[] = [
  PLATFORM_OVERVIEW,
  CLUSTER_CAPACITY,
  ADDON_HEALTH,
  INGRESS_TRAFFIC,
  ALERTS,
];
