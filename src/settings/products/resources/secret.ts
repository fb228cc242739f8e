import { type z } from "zod";
import { exactObject } from "../../checking/exact-object";
import { countTo } from "../fields";
import { COMMON } from "./common";

/** Characters of the shortest password that AWS makes, and of the longest that programs can be expected to take. */
const LENGTH = { least: 16, most: 128 };

const generate = exactObject({
  /**
   * Letters and digits of the password.
   *
   * @default 40
   */
  length: countTo(LENGTH.most)
    .min(LENGTH.least, `a whole number from ${LENGTH.least} to ${LENGTH.most}`)
    .optional(),

  /**
   * Counter. Raise it to make a new password at the next apply.
   *
   * @default 1
   */
  version: countTo(1_000).optional(),
});

/** Secret of Secrets Manager, with a copy in the namespace. */
export const secret = exactObject({
  protection: COMMON.protection,
  renamedFrom: COMMON.renamedFrom,

  /**
   * Has AWS make a password, under the key `password`. Neither Terraform nor a person sees it.
   *
   * @default - people write the value, in AWS
   */
  generate: generate.optional(),
});

/** Settings of a secret. */
export type SecretConfig = z.infer<typeof secret>;
