import { z } from "zod";
import { exactObject } from "../../checking/exact-object";
import { plainSize, sizeWithin } from "./approval";
import { DATABASE } from "./database";

/**
 * Major versions, with the day of the last release of PostgreSQL's own project. AWS goes on for some months.
 *
 * @see https://www.postgresql.org/support/versioning/
 */
export const POSTGRES_VERSIONS = {
  15: "2027-11-11",
  16: "2028-11-09",
  17: "2029-11-08",
  18: "2030-11-14",
} as const;

/** Aurora capacity units, two gibibytes of memory each, that a team chooses by itself, and those of Aurora's largest. */
const UNITS = { within: 8, most: 256 };

const units = (least: number, most: number, more = "") => {
  const words = `${least} to ${most} Aurora capacity units in steps of 0.5${more}`;
  return z.number(words).min(least, words).max(most, words).multipleOf(0.5, words);
};

/** Aurora Serverless v2 in place of an instance. */
const aurora = exactObject({
  /**
   * Most capacity units.
   *
   * @default 2
   */
  maxCapacity: sizeWithin(
    units(1, UNITS.within, ", or { size, approved: { by, on, reason } } for more"),
    units(UNITS.within, UNITS.most),
  ).optional(),

  /**
   * Fewest capacity units. With 0, the database stops after five minutes without a connection, and wakes in about fifteen seconds.
   *
   * @default - 0.5 on a live cluster, 0 elsewhere
   */
  minCapacity: units(0, UNITS.within).optional(),

  /**
   * Instances beside the first, each in another zone, which answer queries and take over when the first fails.
   *
   * @default - 1 on a live cluster, 0 elsewhere
   */
  readers: z.int("0, 1 or 2").min(0, "0, 1 or 2").max(2, "0, 1 or 2").optional(),
}).refine(
  ({ minCapacity = 0, maxCapacity = 2 }) => minCapacity <= plainSize(maxCapacity),
  "minCapacity no higher than maxCapacity",
);

/** Settings of Aurora. */
export type AuroraConfig = z.infer<typeof aurora>;

/** Settings that Aurora has no use for. */
const OF_INSTANCES = ["class", "storageGib", "multiZone"] as const;

/** Database of PostgreSQL, in RDS or Aurora, to which pods sign in with their role. */
export const postgres = exactObject({
  ...DATABASE,

  /** Major version. RDS takes up minor ones by itself. */
  version: z.literal([15, 16, 17, 18]),

  /**
   * Aurora Serverless v2, whose capacity follows the load.
   *
   * @default - one instance of RDS
   */
  aurora: aurora.optional(),
}).refine(
  (settings) => settings.aurora === undefined || OF_INSTANCES.every((key) => settings[key] === undefined),
  `either aurora or ${OF_INSTANCES.join(", ")}`,
);

/** Settings of a database of PostgreSQL. */
export type PostgresConfig = z.infer<typeof postgres>;
