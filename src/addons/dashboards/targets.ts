import type { HelmValues } from "../../constructs/helm-values";
import { CLOUDWATCH, PROMETHEUS } from "../grafana-data-source-uids";
import type { CloudWatchQuery, Panel, PrometheusQuery, Query } from "./model";

const REF_IDS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

const isPrometheus = (query: Query | undefined): query is PrometheusQuery =>
  query !== undefined && "promql" in query;

/** The data source of a query, as panels refer to it. */
export const sourceOf = (query: Query | undefined): HelmValues => ({
  ...(isPrometheus(query) ? PROMETHEUS : CLOUDWATCH),
});

/** What a panel asks, in the words of each data source. */
export const targets = (panel: Panel): HelmValues[] =>
  panel.queries.map((query, index) => target(panel, query, REF_IDS.charAt(index)));

const target = ({ kind }: Panel, query: Query, refId: string): HelmValues => ({
  refId,
  datasource: sourceOf(query),
  ...(isPrometheus(query) ? prometheusTarget(query, kind) : cloudWatchTarget(query)),
});

const prometheusTarget = ({ promql, legend }: PrometheusQuery, kind: Panel["kind"]): HelmValues => ({
  expr: promql,
  legendFormat: legend,
  instant: kind !== "timeseries",
  range: kind === "timeseries",
  format: kind === "table" ? "table" : "time_series",
  exemplar: false,
});

const cloudWatchTarget = ({ metric, ...query }: CloudWatchQuery): HelmValues => ({
  ...query,
  metricName: metric,
  id: "",
  expression: "",
  queryMode: "Metrics",
  metricQueryType: 0,
  metricEditorMode: 0,
  matchExact: true,
  period: "",
  region: "default",
});
