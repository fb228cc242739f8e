import { z } from "zod";

/** Metric that autoscalers of pods ask for, in the adapter's language. */
const externalMetric = z.strictObject({
  /** Selector of the series that have to be there, such as `queue_length{queue="answer"}`. */
  series: z.string(),

  /**
   * Query whose result the autoscaler gets. `<<.LabelMatchers>>` stands for the namespace and the labels that it
   * asks for.
   */
  query: z.string(),
});

export const externalMetrics = z.record(z.string(), externalMetric).readonly();

export type ExternalMetrics = z.output<typeof externalMetrics>;

/**
 * Rules of the adapter. A series belongs to the namespace in its label `namespace`.
 *
 * @see https://github.com/kubernetes-sigs/prometheus-adapter/blob/master/docs/externalmetrics.md
 */
export const externalRules = (metrics: ExternalMetrics) =>
  Object.entries(metrics).map(([name, { series, query }]) => ({
    seriesQuery: series,
    resources: { overrides: { namespace: { resource: "namespace" } } },
    name: { as: name },
    metricsQuery: query,
  }));
