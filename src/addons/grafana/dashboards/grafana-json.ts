import type * as Grafana from "@grafana/schema";
import type { CloudWatchMetricsQuery } from "@grafana/schema/dist/esm/raw/composable/cloudwatch/dataquery/x/CloudWatchDataQuery_types.gen";
import type { Options as StatOptions } from "@grafana/schema/dist/esm/raw/composable/stat/panelcfg/x/StatPanelCfg_types.gen";
import type { Options as TableOptions } from "@grafana/schema/dist/esm/raw/composable/table/panelcfg/x/TablePanelCfg_types.gen";
import type { Options as TimeSeriesOptions } from "@grafana/schema/dist/esm/raw/composable/timeseries/panelcfg/x/TimeSeriesPanelCfg_types.gen";

/** A type of Grafana's, whose enumerations are texts in JSON. */
type Json<T> = T extends string
  ? `${T}`
  : T extends readonly (infer Item)[]
    ? readonly Json<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]: Json<T[Key]> }
      : T;

/** Content and appearance of a panel, by its kind. Its options are Grafana's at the version of our chart. */
interface Look<Options, Custom> {
  readonly fieldConfig: Json<Grafana.FieldConfigSource<Custom>>;
  readonly options: Json<Options>;
  readonly transformations?: Json<Grafana.Panel["transformations"]>;
}

export type TimeSeriesLook = Look<TimeSeriesOptions, Grafana.GraphFieldConfig>;
export type StatLook = Look<StatOptions, Record<string, never>>;
export type TableLook = Look<TableOptions, Record<string, never>>;
export type Thresholds = Json<Grafana.ThresholdsConfig>;
export type DataSourceRef = Json<Required<Pick<Grafana.DataSourceRef, "type" | "uid">>>;
export type CloudWatchTarget = Json<CloudWatchMetricsQuery>;

/** Grafana has no type of a query of Prometheus beside its plugin, which is a release of its own. */
export interface PrometheusTarget {
  readonly refId: string;
  readonly datasource: DataSourceRef;
  readonly expr: string;
  readonly legendFormat: string;
  readonly instant: boolean;
  readonly range: boolean;
  readonly format: "time_series" | "table";
  readonly exemplar: boolean;
}

type PanelFrame = Required<
  Pick<Grafana.Panel, "type" | "title" | "description" | "datasource" | "gridPos" | "id">
>;

export type PanelJson = Json<PanelFrame> &
  (TimeSeriesLook | StatLook | TableLook) & {
    readonly targets: readonly (PrometheusTarget | CloudWatchTarget)[];
  };

export type RowJson = Json<Grafana.RowPanel>;

/** A dashboard as Grafana keeps it. */
export type DashboardJson = Omit<Json<Grafana.Dashboard>, "panels"> & {
  readonly panels: readonly (PanelJson | RowJson)[];
};
