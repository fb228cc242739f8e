import { z } from "zod";
import { exactObject, listOf } from "../../checking/exact-object";
import { countTo, name } from "../fields";
import { COMMON, SHARED } from "./common";

/** Seconds of SQS's longest invisibility, twelve hours. */
const LONGEST_INVISIBLE = 43_200;

/** Days for which SQS keeps a message at most. */
const LONGEST_KEPT = 14;

/** Most attributes that a filter looks at. */
const MOST_ATTRIBUTES = 5;

const attributeName = /^[\w.-]{1,100}$/;

const filter = z
  .record(
    z.string(),
    listOf(z.string().regex(/^[\w .:@/-]{1,150}$/, "letters, digits, spaces and . : @ / _ -")).refine(
      (values) => values.length > 0 && values.length <= 10,
      "one to ten values",
    ),
  )
  .readonly()
  .refine(
    (attributes) =>
      Object.keys(attributes).length <= MOST_ATTRIBUTES &&
      Object.keys(attributes).every((each) => attributeName.test(each)),
    `at most ${MOST_ATTRIBUTES} attributes, named by letters, digits and . _ -`,
  );

const subscription = exactObject({
  /** Topic of the same namespace, or one that it imports. */
  topic: name,

  /**
   * Values of a message's attributes, one of which a message must have to come here.
   *
   * @default - every message comes
   */
  filter: filter.optional(),
});

/** Queue of SQS, and the queue beside it for messages with which applications fail. */
export const queue = exactObject({
  ...COMMON,
  ...SHARED,

  /**
   * Keeps the order of messages, and delivers each once.
   *
   * @default false
   */
  fifo: z.boolean().optional(),

  /**
   * Seconds that an application has for a message before another gets it.
   *
   * @default 30
   */
  visibilitySeconds: countTo(LONGEST_INVISIBLE).optional(),

  /**
   * Days after which a message is dropped.
   *
   * @default 4
   */
  retentionDays: countTo(LONGEST_KEPT).optional(),

  /**
   * Attempts after which a message becomes a dead letter.
   *
   * @default 5
   */
  attempts: countTo(1_000).optional(),

  /**
   * Minutes that the oldest message may be old before an alarm fires.
   *
   * @default 60
   */
  alarmAfterMinutes: countTo(10_000).optional(),

  /**
   * Topics whose messages come here.
   *
   * @default - none
   */
  subscriptions: listOf(subscription).optional(),
});

/** Settings of a queue. */
export type QueueConfig = z.infer<typeof queue>;
