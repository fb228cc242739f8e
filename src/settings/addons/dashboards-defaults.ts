import type { AddonsSettings } from "./addons";
import type { DashboardsServices, GrafanaConfig, TempoConfig } from "./dashboards";
import type { Organisation } from "../organisation/organisation";
import { needs, signsIn } from "./organisation-defaults";
import { withDefaults } from "./with-defaults";

/** Settings of the cluster that the defaults follow. */
interface DashboardsSurroundings {
  readonly organisation: Organisation;
  readonly replicas: number;
  readonly hasGrafanaDatabase: boolean;
}

/** Settings over production's. Grafana has as many copies as everything else, and one without a database. */
export const dashboardsWithDefaults = (
  settings: AddonsSettings,
  { organisation, replicas, hasGrafanaDatabase }: DashboardsSurroundings,
): DashboardsServices => ({
  grafana: withDefaults<GrafanaConfig>(
    { values: {}, replicas: hasGrafanaDatabase ? replicas : 1 },
    settings.grafana ?? needs(signsIn(settings, organisation)),
  ),
  tempo: withDefaults<TempoConfig>({ values: {}, retentionDays: 30 }, settings.tempo),
});
