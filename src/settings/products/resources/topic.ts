import { z } from "zod";
import { exactObject } from "../../checking/exact-object";
import { COMMON, SHARED } from "./common";

/** Topic of SNS, to which queues subscribe. */
export const topic = exactObject({
  ...COMMON,
  ...SHARED,

  /**
   * Keeps the order of messages for subscribers that do so too.
   *
   * @default false
   */
  fifo: z.boolean().optional(),
});

/** Settings of a topic. */
export type TopicConfig = z.infer<typeof topic>;
