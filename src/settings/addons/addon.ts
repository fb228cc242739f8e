/** Values of a chart, as its `values.yaml` would have them. */
export interface ChartValues {
  readonly [key: string]: ChartValue;
}

export type ChartValue = string | number | boolean | null | readonly ChartValue[] | ChartValues;

/** What can be set for every add-on. */
export interface ServiceConfig {
  /**
   * Values of the add-on's chart that differ here: merged over the add-on's own, maps key by key, lists as a whole.
   * `null` removes a default of the chart.
   */
  readonly values: ChartValues;
}
