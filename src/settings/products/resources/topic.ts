import { z } from "zod";
import { exactObject } from "../../checking/exact-object";
import { COMMON } from "./common";

/** Topic of SNS, to which queues subscribe. */
export const topic = exactObject({
  ...COMMON,

  /**
   * Keeps the order of messages for subscribers that do so too.
   *
   * @default false
   */
  fifo: z.boolean().optional(),
});

/** Settings of a topic. */
export type TopicConfig = z.infer<typeof topic>;
