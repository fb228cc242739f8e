import { z } from "zod";
import { exactObject } from "../../checking/exact-object";
import { countWithin } from "../fields";
import { sizeWithin } from "./approval";
import { COMMON } from "./common";

/**
 * Versions of Valkey, with the day on which its own project ends their maintenance.
 *
 * @see https://valkey.io/topics/releases/
 */
export const VALKEY_VERSIONS = { 7.2: "2027-04-16", 8.1: "2028-03-31" } as const;

/** Node types that a team chooses by itself, and those to which a person consents. */
const WITHIN = ["cache.t4g.micro", "cache.t4g.small", "cache.t4g.medium", "cache.m7g.large"] as const;
const BEYOND = ["cache.r7g.large", "cache.m7g.xlarge", "cache.r7g.xlarge"] as const;

/** Type of a node. */
export type CacheNode = (typeof WITHIN)[number] | (typeof BEYOND)[number];

/** USD an hour of a node with Valkey in us-east-1. docs/tenant-resources.md says where prices come from. */
export const CACHE_HOURLY: Readonly<Record<CacheNode, number>> = {
  "cache.t4g.micro": 0.0128,
  "cache.t4g.small": 0.0256,
  "cache.t4g.medium": 0.052,
  "cache.m7g.large": 0.1264,
  "cache.r7g.large": 0.1752,
  "cache.m7g.xlarge": 0.252,
  "cache.r7g.xlarge": 0.3496,
};

/** Days for which ElastiCache keeps snapshots at most. */
const LONGEST_KEPT = 35;

/** Cache or store of Valkey in ElastiCache, which clients of Redis speak with and pods sign in to with their role. */
export const redis = exactObject({
  ...COMMON,

  /** Version of Valkey. ElastiCache takes up its patches by itself. */
  version: z.literal([7.2, 8.1]),

  /**
   * Type of each node.
   *
   * @default cache.t4g.micro
   */
  node: sizeWithin(z.enum(WITHIN), z.enum(BEYOND)).optional(),

  /**
   * Keeps a copy in another zone, which takes over when the first node fails.
   *
   * @default - true on a live cluster
   */
  multiZone: z.boolean().optional(),

  /**
   * Days for which daily snapshots are kept; 0 makes none.
   *
   * @default - 7 on a live cluster, 0 elsewhere
   */
  snapshotDays: countWithin(0, LONGEST_KEPT).optional(),

  /**
   * Keys that go when the memory is full: the least used of those that expire, the least used of all, or none, so that writes fail.
   *
   * @default volatile-lru
   */
  eviction: z.enum(["volatile-lru", "allkeys-lru", "noeviction"]).optional(),
});

/** Settings of a cache. */
export type RedisConfig = z.infer<typeof redis>;
