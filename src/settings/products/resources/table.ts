import { z } from "zod";
import { exactObject, namedValues } from "../../checking/exact-object";
import { COMMON, SHARED } from "./common";

/** Name of an attribute, as DynamoDB takes it in keys. */
const attributeName = z
  .string()
  .regex(
    /^[A-Za-z][A-Za-z0-9_.-]{0,99}$/,
    "a letter, then at most 99 letters, digits, hyphens, dots and underscores",
  );

const attribute = exactObject({ name: attributeName, type: z.enum(["string", "number", "binary"]) });

/** Indexes of a table, without an increase of the quota. */
const MOST_INDEXES = 20;

const isIndexName = (name: string): boolean => /^[A-Za-z][\w.-]{2,99}$/.test(name);

const KEYS = {
  /** Attribute by which items are spread and found. */
  partitionKey: attribute,

  /**
   * Attribute by which items of a partition are sorted.
   *
   * @default - none: one item for each partition key
   */
  sortKey: attribute.optional(),
};

/** Table of DynamoDB, paid by request. */
export const table = exactObject({
  ...COMMON,
  ...SHARED,
  ...KEYS,

  /**
   * Further ways to find items, by name. Each has whole items.
   *
   * @default - none
   */
  indexes: namedValues(exactObject(KEYS))
    .refine(
      (indexes) => Object.keys(indexes).length <= MOST_INDEXES && Object.keys(indexes).every(isIndexName),
      `at most ${MOST_INDEXES} indexes, named by 3 to 100 letters, digits and . _ -`,
    )
    .optional(),

  /**
   * Attribute with the second, counted from 1970, after which DynamoDB deletes an item.
   *
   * @default - items stay
   */
  expiresAt: attributeName.optional(),
});

/** Settings of a table. */
export type TableConfig = z.infer<typeof table>;

/** Attribute of a key. */
export type AttributeConfig = z.infer<typeof attribute>;
