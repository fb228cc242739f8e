import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseProduct } from "../../../../src/settings/products/product-file";
import { platform as river } from "../../../../examples/river-authority";
import { liveLine } from "../../../operate/tenants/live";
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

describe("a resource", () => {
  const QUEUE = "queue: { work: { attempts: 3 } }";
  const withResources = (resources: string, more = "") =>
    file(`  dev: { cluster: dev, access: [], serviceAccounts: [web], ${more}resources: { ${resources} } }\n`);
  const OFF = "protection: { enabled: false, reason: It is empty }";
  const PLACE = "tenants/maps/maps.yaml: T25 environments.dev.resources.queue";

  it("may not go in one step, whether its block goes or all of them", () => {
    const message = `${PLACE}.work: expected it, since it is protected, got nothing; put it back with protection: { enabled: false, reason: … }, and take it out in a later change`;

    expect(movedSince(withResources(QUEUE), withResources("topic: { news: {} }"))).toEqual([message]);
    expect(movedSince(withResources(QUEUE), file(DEV))).toEqual([message]);
  });

  it("goes once a change before has switched its protection off, or its namespace's", () => {
    expect(movedSince(withResources(`queue: { work: { ${OFF} } }`), file(DEV))).toEqual([]);
    expect(movedSince(withResources(QUEUE, `${OFF}, `), file(DEV))).toEqual([]);
  });

  it("goes at once on a cluster that is not live, unless it says that it is protected", () => {
    expect(movedSince(withResources(QUEUE), file(DEV), ["live"])).toEqual([]);
    expect(
      movedSince(withResources("queue: { work: { protection: true } }"), file(DEV), ["live"]),
    ).toHaveLength(1);
  });

  it("keeps its name in AWS where it gets another, which the message says how to write", () => {
    const message = `${PLACE}.jobs: expected work, as before, got another name, which makes another queue without what is in it; write renamedFrom: work`;

    expect(movedSince(withResources(QUEUE), withResources("queue: { jobs: { attempts: 3 } }"))).toEqual([
      message,
    ]);
    expect(
      movedSince(withResources(QUEUE), withResources("queue: { jobs: { attempts: 3, renamedFrom: work } }")),
    ).toEqual([]);
  });
});

it("is asked about on every pull request, for the clusters that the platform calls live", () => {
  const workflow = readFileSync(".github/workflows/tenants.yml", "utf8");

  expect(workflow).toContain('live="$(npm run --silent tenant -- live)"');
  expect(workflow).toContain('npm run --silent tenant -- moves --base HEAD^1 ${live:+--live "$live"}');
});

describe("the line of clusters that the public depends on", () => {
  it("comes from the platform", () => {
    expect(liveLine(river)).toBe("live");
  });

  it("is empty where a platform names none, so that the check takes all for live", () => {
    expect(liveLine({})).toBe("");
  });
});
