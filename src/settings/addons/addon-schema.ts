import { z } from "zod";
import type { ChartValue, ServiceConfig } from "./addon";
import { objectOf } from "../checking/object-of";

const chartValue: z.ZodType<ChartValue> = z.lazy(() =>
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(chartValue), values]),
);

/** Values of a chart. */
export const values = z.record(z.string(), chartValue);

/** An add-on that is switched off. */
export const off = z.literal(false);

/** An add-on that has no setting of its own. */
export const plainService = z
  .union([objectOf<Partial<ServiceConfig>>({ values: values.optional() }), off])
  .optional();
