import type { Json } from "../../../../src/output/leaves";
import type { ResourceKind } from "../../../../src/settings/products/resources/schema";
import type { JsonMap } from "../../../terraform-json/json-map";

/** Resource as a product's file has it first, and what may change of it. */
export interface Trial {
  readonly kind: ResourceKind;

  /** Heading of its rows. */
  readonly title: string;

  /** Secrets that AWS makes for it or keeps of it. */
  readonly secrets: number;

  /** Settings that it has at first. */
  readonly base: JsonMap;

  /**
   * Other resources that it needs.
   *
   * @default - none
   */
  readonly beside?: JsonMap;

  /** Other values, by field. Fields that all kinds have are not in it. */
  readonly changes: Readonly<Record<string, Json>>;

  /**
   * Fields that have one value alone, so that none can change, or that belong to another trial of the kind.
   *
   * @default - none
   */
  readonly fixed?: readonly string[];
}

/** Domain of the team, and a host of the namespace. */
export const DOMAIN = "tide.example";
export const HOST = `app.${DOMAIN}`;

const zone: JsonMap = { own: { domain: `z.${DOMAIN}` } };

/** Consent to a size beyond what a team chooses by itself. */
const approved = (size: Json): JsonMap => ({
  size,
  approved: { by: "head@example.org", on: "2026-11-30", reason: "It is measured and nothing else" },
});

const DATABASE: Readonly<Record<string, Json>> = {
  class: "db.t4g.medium",
  storageGib: 40,
  multiZone: false,
  backupDays: 7,
};

/** Trials of every kind, with a change of each of its own fields. */
export const TRIALS: readonly Trial[] = [
  {
    kind: "queue",
    title: "queue",
    secrets: 0,
    base: {},
    beside: { topic: { news: { fifo: true } } },
    changes: {
      fifo: true,
      visibilitySeconds: 60,
      retentionDays: 2,
      attempts: 3,
      alarmAfterMinutes: 5,
      subscriptions: [{ topic: "news" }],
    },
  },
  { kind: "topic", title: "topic", secrets: 0, base: {}, changes: { fifo: true } },
  {
    kind: "bucket",
    title: "bucket",
    secrets: 0,
    base: {},
    changes: { expireAfterDays: 10, recoveryDays: 7 },
  },
  {
    kind: "table",
    title: "table",
    secrets: 0,
    base: { partitionKey: { name: "id", type: "string" } },
    changes: {
      partitionKey: { name: "key", type: "string" },
      sortKey: { name: "at", type: "number" },
      indexes: { "by-name": { partitionKey: { name: "name", type: "string" } } },
      expiresAt: "expires",
    },
  },
  {
    kind: "secret",
    title: "secret",
    secrets: 2,
    base: { generate: {} },
    beside: { secret: { "from-people": {} } },
    changes: { generate: { length: 20, version: 2 } },
  },
  { kind: "registry", title: "registry", secrets: 0, base: {}, changes: { keepImages: 10 } },
  {
    kind: "zone",
    title: "zone",
    secrets: 0,
    base: { domain: `z.${DOMAIN}` },
    changes: {
      domain: `y.${DOMAIN}`,
      records: [{ name: "www", type: "A", values: ["192.0.2.1"] }],
      authorities: ["letsencrypt.org"],
    },
  },
  {
    kind: "certificate",
    title: "certificate",
    secrets: 0,
    base: { zone: "own", domain: `a.z.${DOMAIN}` },
    beside: { zone: { ...zone, other: { domain: `a.z.${DOMAIN}` } } },
    changes: { zone: "other", domain: `b.z.${DOMAIN}`, alternatives: [`c.z.${DOMAIN}`] },
  },
  {
    kind: "cdn",
    title: "cdn",
    secrets: 0,
    base: { zone: "own", hosts: [`a.z.${DOMAIN}`], origin: { bucket: "pages" } },
    beside: {
      zone: { ...zone, other: { domain: `a.z.${DOMAIN}` } },
      bucket: { pages: {}, others: {} },
    },
    changes: {
      zone: "other",
      hosts: [`b.z.${DOMAIN}`],
      origin: { bucket: "others", mainPage: "home.html", missingPage: "/404.html" },
      priceClass: "PriceClass_All",
      firewall: {},
    },
  },
  {
    kind: "postgres",
    title: "postgres",
    secrets: 1,
    base: { version: 16 },
    changes: { ...DATABASE, insights: true, version: 17, aurora: {} },
  },
  {
    kind: "postgres",
    title: "postgres with aurora",
    secrets: 1,
    base: { version: 16, aurora: {} },
    changes: { backupDays: 7, insights: true, version: 17, aurora: { maxCapacity: 4, readers: 2 } },
    fixed: ["class", "storageGib", "multiZone"],
  },
  {
    kind: "mysql",
    title: "mysql",
    secrets: 1,
    base: { version: 8.4, class: "db.t4g.medium" },
    changes: { ...DATABASE, class: "db.t4g.large", insights: true },
    fixed: ["version"],
  },
  {
    kind: "redis",
    title: "redis",
    secrets: 0,
    base: { version: 7.2 },
    changes: {
      version: 8.1,
      node: approved("cache.r7g.large"),
      multiZone: false,
      snapshotDays: 3,
      eviction: "noeviction",
    },
  },
  {
    kind: "search",
    title: "search",
    secrets: 0,
    base: { version: 2.19 },
    changes: { version: 3.5, instance: "t3.medium.search", storageGib: 40, multiZone: false },
  },
];

/** Values of fields that several kinds have. */
export const COMMON_CHANGES: Readonly<Record<string, Json>> = {
  usedBy: ["web"],
  shares: ["tide/other"],
  protection: { enabled: false, reason: "It has nothing yet" },
};
