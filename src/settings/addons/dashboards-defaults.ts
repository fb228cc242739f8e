import type { AddonsSettings } from "./addons";
import type { DashboardsServices, GrafanaConfig, TempoConfig } from "./dashboards";
import { withDefaults } from "./with-defaults";

/** Settings over production's. Grafana has as many copies as everything else, and one without a database. */
export const dashboardsWithDefaults = (
  settings: AddonsSettings,
  { replicas, hasGrafanaDatabase }: { readonly replicas: number; readonly hasGrafanaDatabase: boolean },
): DashboardsServices => ({
  grafana: withDefaults<GrafanaConfig>(
    { values: {}, replicas: hasGrafanaDatabase ? replicas : 1 },
    settings.grafana,
  ),
  tempo: withDefaults<TempoConfig>({ values: {}, retentionDays: 30 }, settings.tempo),
});
