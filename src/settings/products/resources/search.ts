import { z } from "zod";
import { exactObject } from "../../checking/exact-object";
import { countWithin } from "../fields";
import { sizeWithin } from "./approval";
import { COMMON } from "./common";

/** Instance types that a team chooses by itself, and those to which a person consents. */
const WITHIN = ["t3.small.search", "t3.medium.search", "m7g.large.search"] as const;
const BEYOND = ["r7g.large.search", "m7g.xlarge.search", "r7g.xlarge.search"] as const;

/** Type of an instance. */
export type SearchInstance = (typeof WITHIN)[number] | (typeof BEYOND)[number];

/** USD an hour of an instance in us-east-1. docs/tenant-resources.md says where prices come from. */
export const SEARCH_HOURLY: Readonly<Record<SearchInstance, number>> = {
  "t3.small.search": 0.036,
  "t3.medium.search": 0.073,
  "m7g.large.search": 0.135,
  "r7g.large.search": 0.178,
  "m7g.xlarge.search": 0.271,
  "r7g.xlarge.search": 0.356,
};

/** Zones in which a domain has a node each. */
export const MOST_ZONES = 3;

/** Gibibytes of a node's smallest disk, and of the largest of the smallest type. */
const DISK = { least: 10, most: 100 };

/** Domain of OpenSearch, whose requests pods sign with their role. */
export const search = exactObject({
  ...COMMON,

  /** Version of OpenSearch. */
  version: z.literal([2.19, 3.5]),

  /**
   * Type of each node.
   *
   * @default t3.small.search
   */
  instance: sizeWithin(z.enum(WITHIN), z.enum(BEYOND)).optional(),

  /**
   * Gibibytes of each node's disk.
   *
   * @default 20
   */
  storageGib: countWithin(DISK.least, DISK.most).optional(),

  /**
   * Has a node in each zone of the cluster, up to three, in place of one node.
   *
   * @default - true on a live cluster
   */
  multiZone: z.boolean().optional(),
});

/** Settings of a domain. */
export type SearchConfig = z.infer<typeof search>;
