import type {
  CloudWatchQuery,
  Limits,
  PrometheusQuery,
  Query,
  Row,
  Stat,
  Table,
  TimeSeries,
  Unit,
} from "./model";

/** Asks Prometheus. */
export const promql = (query: string, legend = ""): PrometheusQuery => ({ promql: query, legend });

/** Asks CloudWatch about each load balancer. */
export const ofLoadBalancers = (metric: string, statistic: string): CloudWatchQuery => ({
  namespace: "AWS/ApplicationELB",
  metric,
  statistic,
  dimensions: { LoadBalancer: "*" },
});

/** Panels under a heading, from left to right. */
export const row = (title: string, ...panels: Row["panels"]): Row => ({ title, panels });

interface TimeSeriesOptions {
  readonly description?: string;
  readonly unit?: Unit;
  readonly stacked?: boolean;
}

/** Numbers over time, half as wide as the page. */
export const timeseries = (
  title: string,
  queries: readonly Query[],
  { unit = "short", stacked = false, description }: TimeSeriesOptions = {},
): TimeSeries => ({
  kind: "timeseries",
  title,
  ...(description !== undefined && { description }),
  unit,
  stacked,
  queries,
  width: 12,
  height: 8,
});

interface StatOptions {
  readonly description?: string;
  readonly unit?: Unit;
  readonly limits?: Limits;
}

/** One number, a sixth as wide as the page. */
export const stat = (
  title: string,
  query: string,
  { unit = "short", limits, description }: StatOptions = {},
): Stat => ({
  kind: "stat",
  title,
  ...(description !== undefined && { description }),
  unit,
  ...(limits !== undefined && { limits }),
  queries: [promql(query)],
  width: 4,
  height: 4,
});

/** Labels and values, as wide as the page. */
export const table = (
  title: string,
  query: string,
  { unit = "short", columns }: { readonly unit?: Unit; readonly columns: Table["columns"] },
): Table => ({ kind: "table", title, unit, columns, queries: [promql(query)], width: 24, height: 9 });
