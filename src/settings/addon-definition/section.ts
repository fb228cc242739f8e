import { z } from "zod";

/**
 * Object that has the keys of its shape and no others. `problemsOfIssue` puts the messages into words.
 *
 * @param what - the object in words, for messages
 */
export const section = <Shape extends z.ZodRawShape>(shape: Shape, what?: string) =>
  z.strictObject(shape, {
    error: ({ code }) => (code === "unrecognized_keys" ? Object.keys(shape).join(", ") : what),
  });

/** An add-on, or a part of one, that is switched off. */
export const off = z.literal(false);
