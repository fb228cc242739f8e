import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { platform as river } from "../../examples/river-authority";
import { definePlatform } from "../../src/settings/define-platform";
import { parseProduct } from "../../src/settings/products/product-file";
import { CONFIG_KEYS } from "../../src/settings/products/resources/own-resources";
import type { ResourceKind } from "../../src/settings/products/resources/schema";
import { synthesisePlatform } from "../support/synthesise";
import { objectsOf } from "../support/tenant-stacks";

type Block = Readonly<Record<string, unknown>>;

const KINDS = Object.keys(CONFIG_KEYS) as ResourceKind[];

/** Page about a kind. */
const pageOf = (kind: string): string => readFileSync(`docs/tenant-resources/${kind}.md`, "utf8");

/** First lines that a page tells a team to write. */
const linesOf = (kind: string): Block => parse(/^```yaml\n([^]*?)^```/m.exec(pageOf(kind))![1]!) as Block;

/** Resources beside those of the lines, as a team that follows the page from the top has them. */
const BESIDE: Partial<Record<ResourceKind, Block>> = {
  queue: linesOf("topic"),
  certificate: linesOf("zone"),
  cdn: { ...linesOf("zone"), bucket: { advice: {} } },
};

/** Stack of a namespace with the lines of a page. */
const stackWith = (resources: Block) => {
  const file = {
    product: "tide",
    owner: { team: "warnings", email: "tide@example.org", channel: "#tide", source: "river-authority/tide" },
    environments: {
      main: {
        cluster: "live",
        access: [],
        serviceAccounts: ["sender", "gauge-reader"],
        deploy: {
          mode: "push",
          repository: "river-authority/flood-tide",
          gitHubEnvironment: "main",
          branches: ["main"],
          reviewers: ["warnings"],
        },
        resources,
      },
    },
  };
  const files = [parseProduct("tenants/warnings/tide.yaml", "warnings", JSON.stringify(file))];
  return synthesisePlatform(definePlatform({ ...river, products: { ...river.products!, files } }))[
    "tenant-live-tide-main"
  ]!;
};

describe.each(KINDS)("the page about %s", (kind) => {
  it("has lines that a team can write as they are", () => {
    const stack = stackWith({ ...BESIDE[kind], ...linesOf(kind) });
    const config = objectsOf(stack).find(({ metadata }) => (metadata as Block).name === "platform-resources")!
      .data as Block;

    expect(Object.keys(config).some((key) => key.startsWith(`${kind.toUpperCase()}_`))).toBe(true);
  });

  it("has the keys of the ConfigMap, and no other", () => {
    const named = [
      ...pageOf(kind).matchAll(new RegExp(`\`${kind.toUpperCase()}_<NAME>_([A-Z0-9_]+)\``, "g")),
    ];
    const keys = new Set(named.map(([, key]) => key));
    // The four name servers of a zone are one row.
    const expected = CONFIG_KEYS[kind].filter((key) => !/_[234]$/.test(key));

    expect([...keys].sort()).toEqual([...expected].sort());
  });

  it("says what it costs, where it ends, and how to move there", () => {
    expect(pageOf(kind).match(/^## .*/gm)).toEqual([
      "## Price",
      "## Limits",
      "## From the Ministry of Justice's module",
    ]);
  });
});

it("is listed with the others", () => {
  const listed = [
    ...readFileSync("docs/tenant-resources.md", "utf8").matchAll(/\(tenant-resources\/(\w+)\.md\) +\|/g),
  ];

  expect([...new Set(listed.map(([, kind]) => kind))].sort()).toEqual([...KINDS].sort());
});
