import type { HelmValues } from "../../constructs/helm-values";
import type { Limits, Panel } from "./model";

/** How a panel looks. */
export function appearance(panel: Panel): HelmValues {
  const defaults = { unit: panel.unit, min: 0 };
  switch (panel.kind) {
    case "timeseries":
      return {
        fieldConfig: {
          defaults: {
            ...defaults,
            custom: {
              fillOpacity: panel.stacked ? 30 : 5,
              showPoints: "never",
              stacking: { mode: panel.stacked ? "normal" : "none", group: "A" },
            },
          },
          overrides: [],
        },
        options: {
          legend: { displayMode: "list", placement: "bottom", showLegend: true },
          tooltip: { mode: "multi", sort: "desc" },
        },
      };
    case "stat":
      return {
        fieldConfig: { defaults: { ...defaults, thresholds: thresholds(panel.limits) }, overrides: [] },
        options: {
          colorMode: "value",
          graphMode: "none",
          reduceOptions: { calcs: ["lastNotNull"], fields: "", values: false },
        },
      };
    case "table":
      return {
        fieldConfig: { defaults: { unit: panel.unit }, overrides: [] },
        options: { showHeader: true, cellHeight: "sm" },
        transformations: [
          { id: "filterFieldsByName", options: { include: { names: Object.keys(panel.columns) } } },
          { id: "organize", options: { renameByName: panel.columns, indexByName: indices(panel.columns) } },
        ],
      };
  }
}

const indices = (columns: Readonly<Record<string, string>>): HelmValues =>
  Object.fromEntries(Object.keys(columns).map((column, index) => [column, index]));

/** Green, then orange and red from the limits on; the other way round where less is worse. */
function thresholds(limits: Limits | undefined): HelmValues {
  const steps = [{ color: "green", value: null }];
  if (limits === undefined) {
    return { mode: "absolute", steps };
  }
  const { warning, critical } = limits;
  return {
    mode: "absolute",
    steps:
      warning <= critical
        ? [...steps, { color: "orange", value: warning }, { color: "red", value: critical }]
        : [
            { color: "red", value: null },
            { color: "orange", value: critical },
            { color: "green", value: warning },
          ],
  };
}
