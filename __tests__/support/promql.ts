import { parser } from "@prometheus-io/lezer-promql";

/** Grafana's own durations, which stand where Prometheus has one. */
const withoutVariables = (query: string): string =>
  query.replaceAll(/\$__(?:rate_interval|interval|range)/g, "5m").replaceAll(/\$+__tags/g, 'service="a"');

/** A PromQL query as Prometheus' own grammar reads it: the metrics it asks for, and what cannot be read. */
export function readPromql(query: string): { metrics: string[]; errors: string[] } {
  const text = withoutVariables(query);
  const metrics = new Set<string>();
  const errors: string[] = [];

  parser.parse(text).iterate({
    enter: (node) => {
      if (node.type.isError) {
        errors.push(`at character ${node.from + 1} of ${text}`);
      }
      // Elsewhere an identifier is a label.
      if (node.name === "Identifier" && node.node.parent?.name === "VectorSelector") {
        metrics.add(text.slice(node.from, node.to));
      }
    },
  });
  return { metrics: [...metrics], errors };
}
