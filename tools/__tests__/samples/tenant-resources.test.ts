import { describe, expect, it } from "vitest";
import { platform as river } from "../../../examples/river-authority";
import { definePlatform } from "../../../src/settings/define-platform";
import { sampleProducts, sampleTenants } from "../../samples/tenants";
import { tenantStacks } from "../../samples/tenant-stacks";
import { asMap } from "../../terraform-json/json-map";

const PLACES = {
  live: { cluster: "live", zone: "eks.live.river-authority.example" },
  others: [{ cluster: "dev", zone: "eks.dev.river-authority.example" }],
  gitHub: "river-authority",
};

/** Counts of the largest platform on record, of kinds that invented tenants have. */
const RECORD = {
  queue: 1_761,
  postgres: 939,
  registry: 709,
  redis: 580,
  bucket: 461,
  secret: 341,
  zone: 168,
  cdn: 29,
  search: 46,
  topic: 44,
  aurora: 20,
  table: 16,
};

describe("invented tenants", () => {
  it.each(Object.entries(RECORD))(
    "have about as many of %s as the largest platform on record",
    (kind, count) => {
      const texts = sampleTenants(1_459, PLACES).files.map(({ text }) => text);
      const found = texts.reduce(
        (sum, text) => sum + [...text.matchAll(new RegExp(`^ {8}${kind}-\\d+:`, "gm"))].length,
        0,
      );

      // Rare kinds differ more by chance.
      expect(Math.abs(found - count)).toBeLessThanOrEqual(Math.max(0.2 * count, 3 * Math.sqrt(count)));
    },
  );

  it("have stacks of 40 resources at most in the middle", () => {
    const counts = tenantStacks(definePlatform({ ...river, products: sampleProducts(120, PLACES) }))
      .map(
        ({ json }) =>
          Object.values(asMap(json.resource)).reduce<number>(
            (sum, ofType) => sum + Object.keys(asMap(ofType)).length,
            0,
          ) + Object.keys(asMap(json.module)).length,
      )
      .sort((one, other) => one - other);

    expect(counts).toHaveLength(120);
    expect(counts[60]).toBeLessThanOrEqual(40);
    expect(counts.at(-1)).toBeGreaterThan(counts[0]!);
  });
});
