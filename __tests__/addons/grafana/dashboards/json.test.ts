import { defaultDashboard } from "@grafana/schema";
import { describe, expect, it } from "vitest";
import { dashboardJson } from "../../../../src/addons/grafana/dashboards/json";
import type { Dashboard, Row } from "../../../../src/addons/grafana/dashboards/model";
import {
  ofLoadBalancers,
  promql,
  row,
  stat,
  table,
  timeseries,
} from "../../../../src/addons/grafana/dashboards/panels";
import type { Block } from "../../../support/terraform";

const json = (...rows: Row[]): Block => {
  const dashboard: Dashboard = { uid: "a", title: "A", description: "Of tests.", rows };
  return dashboardJson(dashboard, "Europe/Paris") as Block;
};

const panel = (of: Row["panels"][number]): Block => json(row("Row", of)).panels[1];

const up = timeseries("Up", [promql("up", "{{job}}")]);

describe("dashboardJson", () => {
  it("has the schema of Grafana 13 and cannot be changed by hand", () => {
    expect(json()).toMatchObject({ uid: "a", title: "A", editable: false });
    expect(json().schemaVersion).toBe(defaultDashboard.schemaVersion);
  });

  it("shows times where the organisation is", () => {
    expect(json().timezone).toBe("Europe/Paris");
  });

  it("puts panels beside each other, and in a new line where one is full", () => {
    const places = json(row("First", up, up, up), row("Second", stat("Now", "up"))).panels.map(
      ({ gridPos }: Block) => gridPos,
    );

    expect(places).toEqual([
      { x: 0, y: 0, w: 24, h: 1 },
      { x: 0, y: 1, w: 12, h: 8 },
      { x: 12, y: 1, w: 12, h: 8 },
      { x: 0, y: 9, w: 12, h: 8 },
      { x: 0, y: 17, w: 24, h: 1 },
      { x: 0, y: 18, w: 4, h: 4 },
    ]);
  });

  it("gives every panel an id of its own", () => {
    const ids = json(row("First", up, up), row("Second", up)).panels.map(({ id }: Block) => id);

    expect(ids).toEqual([1, 2, 3, 4, 5]);
  });

  it("asks Prometheus for a range where time is shown, and for now elsewhere", () => {
    const prometheus = { type: "prometheus", uid: "prometheus" };

    expect(panel(up).targets).toEqual([
      {
        refId: "A",
        datasource: prometheus,
        expr: "up",
        legendFormat: "{{job}}",
        instant: false,
        range: true,
        format: "time_series",
        exemplar: false,
      },
    ]);
    expect(panel(stat("Up", "up")).targets[0]).toMatchObject({ instant: true, range: false });
    expect(panel(table("Up", "up", { columns: {} })).targets[0]).toMatchObject({
      instant: true,
      format: "table",
    });
  });

  it("asks CloudWatch for each load balancer of the cluster's region", () => {
    expect(panel(timeseries("Requests", [ofLoadBalancers("RequestCount", "Sum")]))).toMatchObject({
      datasource: { type: "cloudwatch", uid: "cloudwatch" },
      targets: [
        {
          namespace: "AWS/ApplicationELB",
          metricName: "RequestCount",
          statistic: "Sum",
          dimensions: { LoadBalancer: "*" },
          region: "default",
        },
      ],
    });
  });

  it("tells the queries of a panel apart", () => {
    const two = timeseries("Both", [promql("up", "up"), promql("up == 0", "down")]);

    expect(panel(two).targets.map(({ refId }: Block) => refId)).toEqual(["A", "B"]);
  });

  it.each([
    [{ warning: 1, critical: 5 }, ["green null", "orange 1", "red 5"]],
    [{ warning: 14, critical: 7 }, ["red null", "orange 7", "green 14"]],
  ])("turns red on the worse side of %o", (limits, colours) => {
    const { steps } = panel(stat("Up", "up", { limits })).fieldConfig.defaults.thresholds;

    expect(steps.map(({ color, value }: Block) => `${color} ${value}`)).toEqual(colours);
  });

  it("shows the columns of a table in their order and under their titles", () => {
    const columns = { namespace: "Namespace", Value: "Missing" };

    expect(panel(table("Short", "up", { columns })).transformations).toEqual([
      { id: "filterFieldsByName", options: { include: { names: ["namespace", "Value"] } } },
      { id: "organize", options: { renameByName: columns, indexByName: { namespace: 0, Value: 1 } } },
    ]);
  });

  it("stacks what adds up", () => {
    const { fieldConfig } = panel(timeseries("Up", [promql("up")], { stacked: true }));

    expect(fieldConfig.defaults.custom.stacking.mode).toBe("normal");
    expect(panel(up).fieldConfig.defaults.custom.stacking.mode).toBe("none");
  });
});
