import { z } from "zod";
import { EMAIL } from "../../checking/email";
import { exactObject } from "../../checking/exact-object";
import { date, sentence } from "../fields";

/** Consent of a person who answers for the cost. */
const approved = exactObject({
  /** Address of the person. */
  by: z.string().max(254, "at most 254 characters").regex(EMAIL, "an e-mail address"),

  /** Day of the consent. */
  on: date,
  reason: sentence,
});

const WORDS = "{ size, approved: { by, on, reason } } for a larger one";

/** Size within the limit of its kind, or a larger one to which a person consented. */
export const sizeWithin = <Within extends z.ZodType, Beyond extends z.ZodType>(
  within: Within,
  beyond: Beyond,
) =>
  z.union([
    within,
    z
      .strictObject(
        { size: beyond, approved },
        { error: ({ code }) => (code === "unrecognized_keys" ? "size, approved" : WORDS) },
      )
      .readonly(),
  ]);

/** Size, with or without a consent. */
export const plainSize = <Size extends string | number>(size: Size | { readonly size: Size }): Size =>
  typeof size === "object" ? size.size : size;
