import { z } from "zod";
import { exactObject, listOf } from "../../checking/exact-object";
import { name, sentence } from "../fields";

/** Settings that resources of every kind have. */
export const COMMON = {
  /**
   * Service accounts that may use it.
   *
   * @default - all of the namespace
   */
  usedBy: listOf(name)
    .refine((accounts) => accounts.length > 0, "at least one service account")
    .optional(),

  /**
   * Makes Terraform and, where it can, AWS refuse to remove it. A reason switches that off, and a later change takes the
   * resource out of the file.
   *
   * @default - true on a live cluster whose namespace is protected
   */
  protection: z
    .union([z.literal(true), exactObject({ enabled: z.literal(false), reason: sentence })])
    .optional(),
};
