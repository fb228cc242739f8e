import { describe, expect, it } from "vitest";
import { DASHBOARDS, DASHBOARDS_OF_FLEETS } from "../../../../src/addons/grafana/dashboards";
import type { Panel } from "../../../../src/addons/grafana/dashboards/model";
import { FLEET_RECORDS } from "../../../../src/addons/platform-alerts/fleet-records";
import { exporterOf } from "../../../support/metrics-catalogue";
import { readPromql } from "../../../support/promql";

const panels: [string, Panel][] = [...DASHBOARDS, ...DASHBOARDS_OF_FLEETS].flatMap(({ uid, rows }) =>
  rows.flatMap((row) =>
    row.panels.map((panel): [string, Panel] => [`${uid}: ${row.title} / ${panel.title}`, panel]),
  ),
);

const queriesOf = (panel: Panel) => panel.queries.flatMap((query) => ("promql" in query ? [query] : []));
const metricsOf = (panel: Panel) => [
  ...queriesOf(panel).flatMap(({ promql }) => readPromql(promql).metrics),
  ...panel.queries.flatMap((query) => ("promql" in query ? [] : [query.metric])),
];

describe("every panel", () => {
  it.each(panels)("%s asks only for metrics that something provides", (_, panel) => {
    expect(metricsOf(panel)).not.toEqual([]);
    expect(metricsOf(panel).filter((metric) => exporterOf(metric) === undefined)).toEqual([]);
  });

  it.each(panels)("%s can be read by Prometheus", (_, panel) => {
    expect(queriesOf(panel).flatMap(({ promql }) => readPromql(promql).errors)).toEqual([]);
  });

  it.each(panels)("%s asks about a time that holds several scrapes", (_, panel) => {
    const rates = queriesOf(panel).flatMap(({ promql }) => promql.match(/rate\([^[]*\[[^\]]*\]/g) ?? []);

    expect(rates.filter((rate) => !rate.endsWith("[$__rate_interval]"))).toEqual([]);
  });

  it.each(panels)("%s names its series where it has several", (_, panel) => {
    const several = panel.kind === "timeseries" ? queriesOf(panel) : [];

    expect(several.filter(({ legend }) => legend === "")).toEqual([]);
  });
});

describe("the dashboards", () => {
  it("are those that the platform promises", () => {
    expect(DASHBOARDS.map(({ title }) => title)).toEqual([
      "Platform overview",
      "Cluster capacity",
      "Add-on health",
      "Ingress traffic",
      "Alerts",
    ]);
  });

  it("are one more where a fleet reports", () => {
    expect(DASHBOARDS_OF_FLEETS.map(({ title }) => title)).toEqual(["Fleet"]);
  });

  it("ask the fleet's workspace for what clusters send to it, and for nothing else", () => {
    const asked = DASHBOARDS_OF_FLEETS.flatMap(({ source, rows }) =>
      rows.flatMap((row) => row.panels.flatMap((panel) => [source, ...metricsOf(panel)])),
    );

    expect([...new Set(asked)].sort()).toEqual(["ALERTS", "fleet", ...Object.keys(FLEET_RECORDS)].sort());
  });

  it("have no two panels of one name under one heading", () => {
    const names = panels.map(([name]) => name);

    expect(names).toEqual([...new Set(names)]);
  });
});
