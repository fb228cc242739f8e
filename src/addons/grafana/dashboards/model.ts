/**
 * Unit in which Grafana shows a number. @see https://grafana.com/docs/grafana/latest/panels-visualizations
 */
export type Unit = "short" | "percentunit" | "bytes" | "Bps" | "s" | "reqps" | "ops" | "dateTimeFromNow";

/** A query of Prometheus. */
export interface PrometheusQuery {
  /** PromQL. `$__rate_interval` is at least four scrapes. */
  readonly promql: string;

  /** Legend of the series, such as `{{namespace}}`. */
  readonly legend: string;
}

/** A metric of CloudWatch, for everything in the account that has the dimensions. Series are called after them. */
export interface CloudWatchQuery {
  /** Such as `AWS/ApplicationELB`. */
  readonly namespace: string;
  readonly metric: string;

  /** Such as `Sum` or `p95`. */
  readonly statistic: string;

  /** A value for each dimension, `*` for one series of each. */
  readonly dimensions: Readonly<Record<string, string>>;
}

/** Query of a panel. */
export type Query = PrometheusQuery | CloudWatchQuery;

/** Values at which a number turns orange and red. Less is worse if `warning` is above `critical`. */
export interface Limits {
  readonly warning: number;
  readonly critical: number;
}

interface PanelOf<Kind extends string, Shown extends Query> {
  readonly kind: Kind;
  readonly title: string;

  /** Explanation for a reader who has never seen it. */
  readonly description?: string;
  readonly unit: Unit;
  readonly queries: readonly Shown[];

  /** Out of 24 columns. */
  readonly width: number;
  readonly height: number;
}

/** Numbers over time. */
export interface TimeSeries extends PanelOf<"timeseries", Query> {
  /** Stacks the series, if their sum has a meaning. */
  readonly stacked: boolean;
}

/** One number, now. */
export interface Stat extends PanelOf<"stat", PrometheusQuery> {
  /** @default - always green */
  readonly limits?: Limits;
}

/** Labels and values, now. */
export interface Table extends PanelOf<"table", PrometheusQuery> {
  /** Titles of the columns, by label; `Value` is the number. */
  readonly columns: Readonly<Record<string, string>>;
}

/** One picture of a dashboard. */
export type Panel = TimeSeries | Stat | Table;

/** Panels below one heading. */
export interface Row {
  readonly title: string;
  readonly panels: readonly Panel[];
}

/** A page of Grafana. */
export interface Dashboard {
  /** In kebab-case, of 40 characters at most. Part of the page's address for ever. */
  readonly uid: string;
  readonly title: string;
  readonly description: string;

  /**
   * Source of what its queries in PromQL ask for: metrics of the whole fleet.
   *
   * @default - the cluster's own Prometheus
   */
  readonly source?: "fleet";
  readonly rows: readonly Row[];
}
