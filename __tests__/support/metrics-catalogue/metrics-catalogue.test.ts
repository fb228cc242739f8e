import { describe, expect, it } from "vitest";
import { DASHBOARDS as OF_CLUSTERS, DASHBOARDS_OF_FLEETS } from "../../../src/addons/grafana/dashboards";
import { METRICS_OF_SPANS } from "../../../src/addons/grafana/trace-links";
import { exporterOf, METRICS_BY_EXPORTER } from ".";
import { fleetAlerts } from "../../../src/addons/platform-alerts/fleet";
import { ALERT_GROUPS } from "../../../src/addons/platform-alerts/groups";
import { readPromql } from "../promql";

/** Labels of metrics that give way to the scrape's own of that name, and are called exported_… instead. */
const EXPORTED: Readonly<Record<string, string>> = {
  argo_workflows_total_count: "namespace",
  argocd_app_info: "namespace",
  aws_api_call_permission_errors_total: "service",
  aws_api_call_service_limit_exceeded_errors_total: "service",
  aws_api_calls_total: "service",
  awslbc_readiness_gate_ready_seconds_bucket: "namespace",
  certmanager_certificate_ready_status: "namespace",
  certmanager_certificate_renewal_timestamp_seconds: "namespace",
  externalsecret_status_condition: "namespace",
};

const rules = [...ALERT_GROUPS, fleetAlerts([{ cluster: "a", organisation: "b" }])]
  .flatMap((group) => group.rules)
  .flatMap(({ name, description, levels }) =>
    Object.values(levels).map(({ expr }) => ({ where: name, promql: expr, shown: description })),
  );
const DASHBOARDS = [...OF_CLUSTERS, ...DASHBOARDS_OF_FLEETS];

const panels = DASHBOARDS.flatMap(({ uid, rows }) =>
  rows
    .flatMap((row) => row.panels)
    .flatMap(({ title, queries }) =>
      queries.flatMap((query) =>
        "promql" in query ? [{ where: `${uid}: ${title}`, promql: query.promql, shown: query.legend }] : [],
      ),
    ),
);

const asked = new Set([
  ...[...rules, ...panels].flatMap(({ promql }) => readPromql(promql).metrics),
  ...METRICS_OF_SPANS.flatMap(({ query }) => readPromql(query).metrics),
  ...DASHBOARDS.flatMap(({ rows }) => rows.flatMap((row) => row.panels))
    .flatMap(({ queries }) => queries)
    .flatMap((query) => ("promql" in query ? [] : [query.metric])),
]);

describe("the catalogue of metrics", () => {
  it("has what is asked for, and nothing else", () => {
    expect(Object.values(METRICS_BY_EXPORTER).flat().sort()).toEqual([...asked].sort());
  });

  it.each(Object.entries(METRICS_BY_EXPORTER))("lists those of %s in order, each once", (_, metrics) => {
    expect(metrics).toEqual([...new Set(metrics)].sort());
  });

  it("names one provider of each", () => {
    const all = Object.values(METRICS_BY_EXPORTER).flat();

    expect(new Set(all).size).toBe(all.length);
    expect(exporterOf("up")).toBe("prometheus");
    expect(exporterOf("down")).toBeUndefined();
  });
});

describe("what asks for a label that a scrape has too", () => {
  const asks = [...rules, ...panels].flatMap(({ where, promql, shown }) =>
    readPromql(promql).metrics.flatMap((metric) =>
      metric in EXPORTED
        ? [{ where, text: [promql, ...(shown.match(/{{.*?}}/g) ?? [])].join(" "), label: EXPORTED[metric]! }]
        : [],
    ),
  );

  it("is an alert or a panel at least", () => {
    expect(asks.length).toBeGreaterThan(0);
  });

  it.each(asks)("$where means the metric's own", ({ text, label }) => {
    expect(text).not.toMatch(new RegExp(`\\b${label}\\b`));
  });
});
