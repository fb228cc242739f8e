import type { StatLook, TableLook, Thresholds, TimeSeriesLook } from "./grafana-json";
import type { Limits, Panel, Stat, Table, TimeSeries } from "./model";

/** Appearance of a panel. */
export function appearance(panel: Panel): TimeSeriesLook | StatLook | TableLook {
  switch (panel.kind) {
    case "timeseries":
      return timeSeriesLook(panel);
    case "stat":
      return statLook(panel);
    case "table":
      return tableLook(panel);
  }
}

const timeSeriesLook = ({ unit, stacked }: TimeSeries): TimeSeriesLook => ({
  fieldConfig: {
    defaults: {
      unit,
      min: 0,
      custom: {
        fillOpacity: stacked ? 30 : 5,
        showPoints: "never",
        stacking: { mode: stacked ? "normal" : "none", group: "A" },
      },
    },
    overrides: [],
  },
  options: {
    legend: { displayMode: "list", placement: "bottom", showLegend: true, calcs: [] },
    tooltip: { mode: "multi", sort: "desc" },
  },
});

const statLook = ({ unit, limits }: Stat): StatLook => ({
  fieldConfig: { defaults: { unit, min: 0, thresholds: thresholds(limits) }, overrides: [] },
  options: {
    colorMode: "value",
    graphMode: "none",
    justifyMode: "auto",
    orientation: "auto",
    percentChangeColorMode: "standard",
    reduceOptions: { calcs: ["lastNotNull"], fields: "", values: false },
    showPercentChange: false,
    textMode: "auto",
    wideLayout: true,
  },
});

const tableLook = ({ unit, columns }: Table): TableLook => ({
  fieldConfig: { defaults: { unit }, overrides: [] },
  options: { frameIndex: 0, showHeader: true, cellHeight: "sm" },
  transformations: [
    { id: "filterFieldsByName", options: { include: { names: Object.keys(columns) } } },
    { id: "organize", options: { renameByName: columns, indexByName: indices(columns) } },
  ],
});

const indices = (columns: Table["columns"]): Record<string, number> =>
  Object.fromEntries(Object.keys(columns).map((column, index) => [column, index]));

/** Green, then orange and red from the limits on; the other way round where less is worse. */
function thresholds(limits: Limits | undefined): Thresholds {
  const fine = { color: "green", value: null };
  if (limits === undefined) {
    return { mode: "absolute", steps: [fine] };
  }
  const { warning, critical } = limits;
  return {
    mode: "absolute",
    steps:
      warning <= critical
        ? [fine, { color: "orange", value: warning }, { color: "red", value: critical }]
        : [
            { color: "red", value: null },
            { color: "orange", value: critical },
            { color: "green", value: warning },
          ],
  };
}
