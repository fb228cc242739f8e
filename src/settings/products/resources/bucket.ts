import type { z } from "zod";
import { exactObject } from "../../checking/exact-object";
import { countTo } from "../fields";
import { COMMON, SHARED } from "./common";

/** Days that any rule of a bucket counts at most, ten years. */
const MOST_DAYS = 3_650;

/** Bucket of S3: private, encrypted, versioned and reached over TLS alone. */
export const bucket = exactObject({
  ...COMMON,
  ...SHARED,

  /**
   * Days after which objects are deleted.
   *
   * @default - never
   */
  expireAfterDays: countTo(MOST_DAYS).optional(),

  /**
   * Days in which overwritten or deleted objects can be restored.
   *
   * @default 30
   */
  recoveryDays: countTo(MOST_DAYS).optional(),
});

/** Settings of a bucket. */
export type BucketConfig = z.infer<typeof bucket>;
