import { describe, expect, it } from "vitest";
import { parseProduct } from "../../../src/settings/products/product-file";
import { plainSize } from "../../../src/settings/products/resources/approval";
import { DATABASE_CLASSES } from "../../../src/settings/products/resources/database-classes";
import { resourcesOf } from "../../../src/settings/products/resources/own-resources";
import { priceOf } from "../../../src/settings/products/resources/prices";

const fileWith = (resources: string) =>
  parseProduct(
    "tenants/maps/maps.yaml",
    "maps",
    `product: maps
owner: { team: maps, email: maps@example.org, channel: "#maps", source: example/maps }
environments:
  dev:
    cluster: dev
    access: []
    resources: { ${resources} }
`,
  );

const CLASSES =
  'one of "db.t4g.micro", "db.t4g.small", "db.t4g.medium", "db.t4g.large", "db.m7g.large" or { size, approved: { by, on, reason } } for a larger one';
const NODES =
  'one of "cache.t4g.micro", "cache.t4g.small", "cache.t4g.medium", "cache.m7g.large" or { size, approved: { by, on, reason } } for a larger one';
const APPROVED = "approved: { by: head@example.org, on: 2026-11-30, reason: The tides of all ports }";

/** Mistakes in a database's settings, and the one message about each. */
const BAD: readonly (readonly [mistake: string, resources: string, message: string])[] = [
  [
    "a version that its makers have given up",
    "postgres: { tides: { version: 13 } }",
    "postgres.tides.version: expected one of 15, 16, 17, 18, got 13; write one of 15, 16, 17, 18",
  ],
  [
    "no version",
    "postgres: { tides: {} }",
    "postgres.tides.version: expected one of 15, 16, 17, 18, got nothing; add it",
  ],
  [
    "a class that there is not",
    "postgres: { tides: { version: 17, class: db.x2.huge } }",
    `postgres.tides.class: expected ${CLASSES}, got "db.x2.huge"; write ${CLASSES}`,
  ],
  [
    "a large class to which no person consented",
    "postgres: { tides: { version: 17, class: db.r7g.xlarge } }",
    `postgres.tides.class: expected ${CLASSES}, got "db.r7g.xlarge"; write ${CLASSES}`,
  ],
  [
    "a large class without a day",
    "postgres: { tides: { version: 17, class: { size: db.r7g.xlarge, approved: { by: head@example.org, reason: The tides of all ports } } } }",
    "postgres.tides.class.approved.on: expected a date such as 2027-03-31, got nothing; add it",
  ],
  [
    "consent to a class that needs none",
    `postgres: { tides: { version: 17, class: { size: db.t4g.micro, ${APPROVED} } } }`,
    'postgres.tides.class.size: expected one of "db.r7g.large", "db.m7g.xlarge", "db.r7g.xlarge", "db.m7g.2xlarge", "db.r7g.2xlarge", got "db.t4g.micro"; write one of them',
  ],
  [
    "a way in from the internet",
    "postgres: { tides: { version: 17, publiclyAccessible: true } }",
    'postgres.tides.publiclyAccessible: expected one of usedBy, renamedFrom, protection, class, storageGib, multiZone, backupDays, insights, version, aurora, got "publiclyAccessible"; remove it',
  ],
  [
    "Aurora of the class of an instance",
    "postgres: { tides: { version: 17, class: db.t4g.small, aurora: {} } }",
    "postgres.tides: expected either aurora or class, storageGib, multiZone, got an object; write either aurora or class, storageGib, multiZone",
  ],
  [
    "Aurora that begins above its end",
    "postgres: { tides: { version: 17, aurora: { minCapacity: 4 } } }",
    "postgres.tides.aurora: expected minCapacity no higher than maxCapacity, got an object; write minCapacity no higher than maxCapacity",
  ],
  [
    "a large capacity to which no person consented",
    "postgres: { tides: { version: 17, aurora: { maxCapacity: 64 } } }",
    "postgres.tides.aurora.maxCapacity: expected 1 to 8 Aurora capacity units in steps of 0.5, or { size, approved: { by, on, reason } } for more, got 64; write 1 to 8 Aurora capacity units in steps of 0.5, or { size, approved: { by, on, reason } } for more",
  ],
  [
    "a version of MySQL that AWS charges for as old",
    "mysql: { tides: { version: 8 } }",
    "mysql.tides.version: expected 8.4, got 8; write 8.4",
  ],
  [
    "records of statements on a class of MySQL that has none",
    "mysql: { tides: { version: 8.4, insights: true } }",
    "mysql.tides: expected insights on a class from db.t4g.medium, got an object; write insights on a class from db.t4g.medium",
  ],
  [
    "a version of Valkey that there is not",
    "redis: { tides: { version: 6.2 } }",
    "redis.tides.version: expected 7.2 or 8.1, got 6.2; write 7.2 or 8.1",
  ],
  [
    "a large cache to which no person consented",
    "redis: { tides: { version: 8.1, node: cache.r7g.large } }",
    `redis.tides.node: expected ${NODES}, got "cache.r7g.large"; write ${NODES}`,
  ],
  [
    "a version of OpenSearch that there is not",
    "search: { tides: { version: 1.3 } }",
    "search.tides.version: expected 2.19 or 3.5, got 1.3; write 2.19 or 3.5",
  ],
  [
    "a disk that the smallest node does not take",
    "search: { tides: { version: 3.5, storageGib: 500 } }",
    "search.tides.storageGib: expected a whole number from 10 to 100, got 500; write a whole number from 10 to 100",
  ],
];

describe("a product's databases", () => {
  it.each(BAD)("may not have %s", (_, resources, message) => {
    expect(fileWith(resources).problems).toEqual([
      `tenants/maps/maps.yaml:7: environments.dev.resources.${message}`,
    ]);
  });

  it("name an empty list of users in words that say what to write", () => {
    expect(fileWith("postgres: { tides: { version: 17, usedBy: [] } }").problems).toEqual([
      "tenants/maps/maps.yaml:7: environments.dev.resources.postgres.tides.usedBy: expected at least one service account, got an empty list; write at least one service account",
    ]);
  });

  it("may be large where a person consented", () => {
    const { product, problems } = fileWith(
      `postgres: { tides: { version: 17, class: { size: db.r7g.xlarge, ${APPROVED} } } }`,
    );
    const [tides] = resourcesOf({ settings: product!.environments.dev! });

    expect(problems).toEqual([]);
    expect(tides?.kind === "postgres" && plainSize(tides.settings.class ?? "db.t4g.micro")).toBe(
      "db.r7g.xlarge",
    );
  });

  it("cost what the instance, the disk, three alarms and the master's secret cost, twice with a second zone", () => {
    const price = (settings: string, live: boolean) =>
      priceOf(
        resourcesOf({
          settings: fileWith(`postgres: { tides: { version: 17, ${settings} } }`).product!.environments.dev!,
        }),
        live,
      );
    const one = 730 * DATABASE_CLASSES["db.t4g.small"].hourly + 0.115 * 20;

    expect(price("class: db.t4g.small", false)).toBeCloseTo(1 + one + 0.7);
    expect(price("class: db.t4g.small", true)).toBeCloseTo(1 + 2 * one + 0.7);
    expect(price("class: db.t4g.small, multiZone: false", true)).toBeCloseTo(1 + one + 0.7);
    expect(price("aurora: {}", false)).toBeCloseTo(1 + 0.7);
    expect(price("aurora: { minCapacity: 1, readers: 0 }", true)).toBeCloseTo(1 + 0.12 * 730 + 0.7);
  });
});
