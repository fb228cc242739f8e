import { z } from "zod";

/** Object with these keys and no others; its type is inferred. `problemsOfIssue` puts its messages into words. */
export const exactObject = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z
    .strictObject(shape, {
      error: ({ code }) => (code === "unrecognized_keys" ? Object.keys(shape).join(", ") : undefined),
    })
    .readonly();

/** Schema of a read-only list. */
export const listOf = <Item extends z.ZodType>(item: Item) => z.array(item).readonly();

/** Schema of an object whose keys the author chooses. */
export const namedValues = <Value extends z.ZodType>(value: Value) => z.record(z.string(), value).readonly();
