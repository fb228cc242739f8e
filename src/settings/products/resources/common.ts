import { z } from "zod";
import { exactObject, listOf } from "../../checking/exact-object";
import { name, sentence, tenant } from "../fields";

/**
 * Service accounts that may use it.
 *
 * @default - all of the namespace
 */
export const USED_BY = listOf(name)
  .refine((accounts) => accounts.length > 0, "at least one service account")
  .optional();

/** Settings of resources that other tenants may use. */
export const SHARED = {
  /**
   * Other tenants that may use it, each of which imports it: they subscribe queues to a topic, send to a queue, and read a bucket
   * or a table.
   *
   * @default - none
   */
  shares: listOf(tenant).optional(),
};

/** Settings that resources of every kind have. */
export const COMMON = {
  /**
   * Service accounts that may use it.
   *
   * @default - all of the namespace
   */
  usedBy: USED_BY,

  /**
   * Name that it had in the file before, under which AWS and Terraform still know it. Without it, a new name is a new resource.
   *
   * @default - it never had another
   */
  renamedFrom: name.optional(),

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
