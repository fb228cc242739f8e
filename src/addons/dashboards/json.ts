import type { HelmValues } from "../../constructs/helm-values";
import { appearance } from "./appearance";
import type { Dashboard, Panel } from "./model";
import { sourceOf, targets } from "./targets";

/** What Grafana 13 writes itself: an older one would be migrated at every start. */
const SCHEMA_VERSION = 42;
const COLUMNS = 24;

/** Finds the platform's own dashboards. */
const TAG = "platform";

/**
 * A dashboard as Grafana reads it.
 *
 * @see https://grafana.com/docs/grafana/latest/visualizations/dashboards/build-dashboards/view-dashboard-json-model
 */
export const dashboardJson = ({ uid, title, description, rows }: Dashboard): HelmValues => ({
  uid,
  title,
  description,
  tags: [TAG],
  schemaVersion: SCHEMA_VERSION,
  editable: false,
  graphTooltip: 1,
  refresh: "1m",
  time: { from: "now-6h", to: "now" },
  timezone: "Europe/London",
  links: [{ type: "dashboards", title: "Platform", tags: [TAG], asDropdown: true, keepTime: true }],
  annotations: { list: [] },
  templating: { list: [] },
  panels: placed(rows),
});

/** Panels of every row from left to right, and in a new line where one is full. */
function placed(rows: Dashboard["rows"]): HelmValues[] {
  const panels: HelmValues[] = [];
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
      const gridPos = { x, y, w: panel.width, h: panel.height };
      panels.push({ id: panels.length + 1, gridPos, ...panelJson(panel) });
      x += panel.width;
      lineHeight = Math.max(lineHeight, panel.height);
    }
  }
  return panels;
}

const panelJson = (panel: Panel): HelmValues => ({
  type: panel.kind,
  title: panel.title,
  description: panel.description ?? "",
  datasource: sourceOf(panel.queries[0]),
  targets: targets(panel),
  ...appearance(panel),
});
