/** Reference to a data source by dashboards and other data sources. */
export interface DataSource {
  readonly type: string;
  readonly uid: string;
}

const dataSource = (name: string) => ({ type: name, uid: name });

export const PROMETHEUS = dataSource("prometheus");
export const ALERTMANAGER = dataSource("alertmanager");
export const CLOUDWATCH = dataSource("cloudwatch");
export const TEMPO = dataSource("tempo");

/** Metrics of all clusters of a fleet, which a plugin of Grafana's project reads. */
export const FLEET: DataSource = { type: "grafana-amazonprometheus-datasource", uid: "fleet" };
