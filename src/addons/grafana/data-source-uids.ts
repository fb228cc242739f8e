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
