import { problem, show } from "../../settings/checking/problem";
import type { ExternalMetrics } from "./metrics";

interface OfAdapter {
  readonly addons: { readonly prometheusAdapter: { readonly metrics: ExternalMetrics } | false };
}

/** The API server takes a metric's name from the path of a request. */
const NAME = /^[a-z_][a-z0-9_]*$/;

/** Metrics that the adapter can serve: it ends at its start where a rule has no series or no query. */
export const problemsOfAdapter = ({ addons: { prometheusAdapter: own } }: OfAdapter): string[] =>
  own === false
    ? []
    : [...emptyProblems(own.metrics), ...Object.entries(own.metrics).flatMap(metricProblems)];

const PATH = ["addons", "prometheusAdapter", "metrics"];

const emptyProblems = (metrics: ExternalMetrics): string[] =>
  Object.keys(metrics).length > 0
    ? []
    : [
        problem(
          PATH,
          "one metric or more",
          "none",
          "write the metrics that autoscalers ask for, or switch prometheusAdapter off",
        ),
      ];

const metricProblems = ([name, metric]: [string, ExternalMetrics[string]]): string[] => [
  ...(NAME.test(name)
    ? []
    : [
        problem(
          [...PATH, name],
          "the name of a metric",
          show(name),
          "use lower-case letters, digits and underscores",
        ),
      ]),
  ...(["series", "query"] as const)
    .filter((key) => metric[key].trim() === "")
    .map((key) =>
      problem(
        [...PATH, name, key],
        "a query of Prometheus",
        show(metric[key]),
        "write which series the metric is made of",
      ),
    ),
];
