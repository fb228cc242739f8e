import { METRICS_OF_ADD_ONS } from "./of-add-ons";
import { METRICS_OF_THE_CLUSTER } from "./of-the-cluster";
import { METRICS_OF_WHAT_WATCHES } from "./of-what-watches";

/**
 * Metrics in alerts and dashboards, by the program that provides them. A query of a metric that is not here
 * would stay silent for ever.
 */
export const METRICS_BY_EXPORTER = {
  ...METRICS_OF_THE_CLUSTER,
  ...METRICS_OF_ADD_ONS,
  ...METRICS_OF_WHAT_WATCHES,
} as const;

/** A program that provides metrics. */
export type Exporter = keyof typeof METRICS_BY_EXPORTER;

const EXPORTERS = new Map<string, Exporter>(
  (Object.keys(METRICS_BY_EXPORTER) as Exporter[]).flatMap((exporter) =>
    METRICS_BY_EXPORTER[exporter].map((metric) => [metric, exporter] as const),
  ),
);

/** The program that provides a metric; `undefined` for one that nothing here does. */
export const exporterOf = (metric: string): Exporter | undefined => EXPORTERS.get(metric);
