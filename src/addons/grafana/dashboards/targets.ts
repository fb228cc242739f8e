import { CLOUDWATCH, PROMETHEUS } from "../data-source-uids";
import type { CloudWatchTarget, DataSourceRef, PanelJson, PrometheusTarget } from "./grafana-json";
import type { CloudWatchQuery, Panel, PrometheusQuery, Query } from "./model";

const REF_IDS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** Queries of a panel, in the form of each data source. */
export const targets = ({ kind, queries }: Panel): PanelJson["targets"] =>
  queries.map((query, index) => {
    const refId = REF_IDS.charAt(index);
    return isPrometheus(query) ? prometheusTarget(query, refId, kind) : cloudWatchTarget(query, refId);
  });

/** The data source of a panel. One with both kinds of queries would have to be mixed; none is. */
export const sourceOf = ({ queries: [query] }: Panel): DataSourceRef =>
  query !== undefined && isPrometheus(query) ? PROMETHEUS : CLOUDWATCH;

const isPrometheus = (query: Query): query is PrometheusQuery => "promql" in query;

const prometheusTarget = (
  { promql, legend }: PrometheusQuery,
  refId: string,
  kind: Panel["kind"],
): PrometheusTarget => ({
  refId,
  datasource: PROMETHEUS,
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
