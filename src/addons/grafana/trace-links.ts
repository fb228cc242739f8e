import type { HelmValues } from "../../constructs/helm-values";
import { CLOUDWATCH, PROMETHEUS, TEMPO } from "./data-source-uids";

/** Around a span, so that a scrape lies within. */
const SPAN_SHIFT = { spanStartTimeShift: "-5m", spanEndTimeShift: "5m" };

/** Queries of metrics that Tempo makes of spans. `$$__tags` is the span's service. */
export const METRICS_OF_SPANS = [
  { name: "Requests", query: "sum(rate(traces_spanmetrics_calls_total{$$__tags}[5m]))" },
  {
    name: "Errors",
    query: 'sum(rate(traces_spanmetrics_calls_total{$$__tags, status_code="STATUS_CODE_ERROR"}[5m]))',
  },
  {
    name: "Slowest 5%",
    query: "histogram_quantile(0.95, sum by (le) (rate(traces_spanmetrics_latency_bucket{$$__tags}[5m])))",
  },
];

/** Search of applications' logs. */
export type GrafanaLogs =
  | {
      /** Name of a log group of CloudWatch. */
      readonly logGroup: string;
    }
  | {
      /** Host of an OpenSearch domain, with its dashboards. */
      readonly openSearch: string;
    };

/**
 * Links from a trace: to metrics of its services, to their map, and to their logs. Grafana's own link to logs
 * knows no CloudWatch, and OpenSearch only with a plugin, so that is a correlation.
 *
 * @see https://grafana.com/docs/grafana/latest/datasources/tempo/configure-tempo-data-source
 */
export const traceLinks = (region: string, logs: GrafanaLogs | false): HelmValues => ({
  jsonData: {
    serviceMap: { datasourceUid: PROMETHEUS.uid },
    nodeGraph: { enabled: true },
    tracesToMetrics: {
      datasourceUid: PROMETHEUS.uid,
      ...SPAN_SHIFT,
      tags: [{ key: "service.name", value: "service" }],
      queries: METRICS_OF_SPANS,
    },
  },
  ...(logs !== false && { correlations: [logsOfTrace(region, logs)] }),
});

const logsOfTrace = (region: string, logs: GrafanaLogs): HelmValues => ({
  label: "Logs of this trace",
  ...("logGroup" in logs
    ? {
        type: "query",
        targetUID: CLOUDWATCH.uid,
        config: { field: "traceID", target: linesOfCloudWatch(region, logs.logGroup) },
      }
    : {
        type: "external",
        config: { field: "traceID", target: { url: linesOfOpenSearch(logs.openSearch) } },
      }),
});

const linesOfCloudWatch = (region: string, logGroup: string): HelmValues => ({
  queryMode: "Logs",
  region,
  logGroupNames: [logGroup],
  expression: 'fields @timestamp, @message | filter @message like "$$traceID" | sort @timestamp',
});

/** Its search page, asking for the words of a trace's id. */
const linesOfOpenSearch = (host: string): string =>
  `https://${host}/_dashboards/app/discover#/?_a=(query:(language:kuery,query:'%22$$traceID%22'))`;

/** From a log line that names a trace, in any of the usual spellings, to the trace. */
export const tracesOfLogs: HelmValues = {
  targetUID: TEMPO.uid,
  label: "Trace of this line",
  type: "query",
  config: {
    field: "@message",
    target: { queryType: "traceql", query: "$$traceID" },
    transformations: [
      {
        type: "regex",
        expression: 'trace_?[iI][dD]"?[=: ]+"?([0-9a-f]{32})',
        mapValue: "traceID",
      },
    ],
  },
};
