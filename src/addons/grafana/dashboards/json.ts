import { FLEET, PROMETHEUS } from "../data-source-uids";
import { appearance } from "./appearance";
import type { DashboardJson, DataSourceRef, PanelJson, RowJson } from "./grafana-json";
import type { Dashboard } from "./model";
import { sourceOf, targets } from "./targets";

/** Schema of dashboards that Grafana 13 writes itself: an older one would be migrated at every start. */
const SCHEMA_VERSION = 42;
const COLUMNS = 24;

/** Finds the platform's own dashboards. */
const TAG = "platform";

/**
 * A dashboard as Grafana reads it.
 *
 * @see https://grafana.com/docs/grafana/latest/visualizations/dashboards/build-dashboards/view-dashboard-json-model
 */
export const dashboardJson = (
  { uid, title, description, source, rows }: Dashboard,
  timeZone: string,
): DashboardJson => ({
  uid,
  title,
  description,
  tags: [TAG],
  schemaVersion: SCHEMA_VERSION,
  editable: false,
  graphTooltip: 1,
  refresh: "1m",
  time: { from: "now-6h", to: "now" },
  timezone: timeZone,
  links: [
    {
      type: "dashboards",
      title: "Platform",
      tags: [TAG],
      asDropdown: true,
      keepTime: true,
      includeVars: false,
      targetBlank: false,
      icon: "dashboard",
      tooltip: "",
    },
  ],
  annotations: { list: [] },
  templating: { list: [] },
  panels: placed(rows, source === "fleet" ? FLEET : PROMETHEUS),
});

/** Panels of every row from left to right, and in a new line where one is full. */
function placed(rows: Dashboard["rows"], metrics: DataSourceRef): DashboardJson["panels"] {
  const panels: (PanelJson | RowJson)[] = [];
  let [x, y, lineHeight] = [0, 0, 0];
  const nextLine = () => {
    [x, y, lineHeight] = [0, y + lineHeight, 0];
  };

  for (const row of rows) {
    nextLine();
    const gridPos = { x: 0, y, w: COLUMNS, h: 1 };
    panels.push({
      id: panels.length + 1,
      type: "row",
      title: row.title,
      collapsed: false,
      panels: [],
      gridPos,
    });
    y += 1;
    for (const panel of row.panels) {
      if (x + panel.width > COLUMNS) {
        nextLine();
      }
      panels.push({
        id: panels.length + 1,
        gridPos: { x, y, w: panel.width, h: panel.height },
        type: panel.kind,
        title: panel.title,
        description: panel.description ?? "",
        datasource: sourceOf(panel, metrics),
        targets: targets(panel, metrics),
        ...appearance(panel),
      });
      x += panel.width;
      lineHeight = Math.max(lineHeight, panel.height);
    }
  }
  return panels;
}
