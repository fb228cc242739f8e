import { CLOUDWATCH } from "../data-source-uids";
import type { CloudWatchTarget, DataSourceRef, PanelJson, PrometheusTarget } from "./grafana-json";
import type { CloudWatchQuery, Panel, PrometheusQuery, Query } from "./model";

const REF_IDS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** Queries of a panel, in the form of each data source. */
export const targets = ({ kind, queries }: Panel, metrics: DataSourceRef): PanelJson["targets"] =>
  queries.map((query, index) => {
    const refId = REF_IDS.charAt(index);
    return isPrometheus(query)
      ? prometheusTarget(query, { refId, kind, metrics })
      : cloudWatchTarget(query, refId);
  });

/** The data source of a panel. One with both kinds of queries would have to be mixed; none is. */
export const sourceOf = ({ queries: [query] }: Panel, metrics: DataSourceRef): DataSourceRef =>
  query !== undefined && isPrometheus(query) ? metrics : CLOUDWATCH;

const isPrometheus = (query: Query): query is PrometheusQuery => "promql" in query;

/** Place of a query in a panel, and the data source that it asks. */
interface Asked {
  readonly refId: string;
  readonly kind: Panel["kind"];
  readonly metrics: DataSourceRef;
}

const prometheusTarget = (
  { promql, legend }: PrometheusQuery,
  { refId, kind, metrics }: Asked,
): PrometheusTarget => ({
  refId,
  datasource: metrics,
  expr: promql,
  legendFormat: legend,
  instant: kind !== "timeseries",
  range: kind === "timeseries",
  format: kind === "table" ? "table" : "time_series",
  exemplar: false,
});

const cloudWatchTarget = (
  { namespace, metric, statistic, dimensions }: CloudWatchQuery,
  refId: string,
): CloudWatchTarget => ({
  refId,
  datasource: CLOUDWATCH,
  namespace,
  metricName: metric,
  statistic,
  dimensions,
  matchExact: true,
  period: "",
  region: "default",
  id: "",
  expression: "",
  queryMode: "Metrics",
  metricQueryType: 0,
  metricEditorMode: 0,
});
