import { z } from "zod";

/** Values of a chart, as its `values.yaml` would have them. */
export interface ChartValues {
  readonly [key: string]: ChartValue;
}

export type ChartValue = string | number | boolean | null | readonly ChartValue[] | ChartValues;

const chartValue: z.ZodType<ChartValue> = z.lazy(() =>
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(chartValue), CHART_VALUES]),
);

/** Schema of a chart's values. */
export const CHART_VALUES: z.ZodType<ChartValues> = z.record(z.string(), chartValue);
