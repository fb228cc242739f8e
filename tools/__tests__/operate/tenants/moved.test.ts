import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parseProduct } from "../../../../src/settings/products/product-file";
import { movedSince } from "../../../operate/tenants/moved";

const file = (environments: string) => [
  parseProduct(
    "tenants/maps/maps.yaml",
    "maps",
    `product: maps
owner: { team: maps, email: maps@example.org, channel: "#maps", source: example/maps }
environments:
${environments}`,
  ),
];

const DEV = "  dev: { cluster: dev, access: [] }\n";
const LIVE = "  live: { cluster: live, access: [] }\n";

it("lets namespaces come, change and stay", () => {
  const changed = "  dev: { cluster: dev, namespace: maps-dev, access: [], limits: { pods: 9 } }\n";

  expect(movedSince(file(DEV), file(changed + LIVE))).toEqual([]);
});

it("lets a namespace go that was leaving", () => {
  const leaving = "  dev: { cluster: dev, access: [], leaving: { reason: No user is left } }\n";

  expect(movedSince(file(leaving + LIVE), file(LIVE))).toEqual([]);
  expect(movedSince(file(leaving), [])).toEqual([]);
});

it("refuses one that goes at once, alone or with its file", () => {
  const message =
    "tenants/maps/maps.yaml: T25 environments.dev: expected namespace maps-dev on dev, which nothing says is leaving, got nothing; put it back, or run npm run tenant -- remove maps/dev and apply the change first";

  expect(movedSince(file(DEV + LIVE), file(LIVE))).toEqual([message]);
  expect(movedSince(file(DEV), [])).toEqual([message]);
});

it.each([
  ["another name", "  dev: { cluster: dev, namespace: maps, access: [] }\n", "namespace maps on dev"],
  ["another cluster", "  dev: { cluster: live, access: [] }\n", "namespace maps-dev on live"],
])("refuses one that gets %s", (_, environments, got) => {
  expect(movedSince(file(DEV), file(environments))).toEqual([
    `tenants/maps/maps.yaml: T25 environments.dev: expected namespace maps-dev on dev, as before, got ${got}; add a new environment, move the data, and remove this one`,
  ]);
});

it("is asked about on every pull request", () => {
  expect(readFileSync(".github/workflows/tenants.yml", "utf8")).toContain(
    "npm run --silent tenant -- moves --base HEAD^1",
  );
});
