import { z } from "zod";

/** Object with these keys and no others; its type is inferred. `problemsOfIssue` puts its messages into words. */
export const exactObject = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z
    .strictObject(shape, {
      error: ({ code }) => (code === "unrecognized_keys" ? Object.keys(shape).join(", ") : undefined),
    })
    .readonly();

/** List whose entries nobody changes. */
export const listOf = <Item extends z.ZodType>(item: Item) => z.array(item).readonly();

/** Object with names of an author's choice as keys. */
export const namedValues = <Value extends z.ZodType>(value: Value) => z.record(z.string(), value).readonly();
