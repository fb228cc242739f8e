import { stripVTControlCharacters } from "node:util";
import { describe, expect, it } from "vitest";
import { markdownOf } from "../../../reports/changes/markdown";
import type { Report } from "../../../reports/changes/report";
import { tableOf } from "../../../reports/changes/table";
import { environmentsText, linesOf } from "../../../reports/changes/wording";
import type { Json } from "../../../../src/output/leaves";

const place = { environments: ["integration", "staging"], stack: "services" };

const report: Report = {
  base: "main (1234567)",
  environments: ["integration", "staging", "production"],
  destructiveChanges: [
    { ...place, stack: "infrastructure", address: "aws_kms_key.a", reason: "is destroyed" },
  ],
  versions: [{ ...place, name: "dex", before: "1.0.0", after: "1.0.1" }],
  access: [{ ...place, who: "jane", before: [], after: ["developer"] }],
  changes: [
    {
      ...place,
      action: "changed",
      address: "helm_release.dex",
      differences: [
        { path: ["version"], before: "1.0.0", after: "1.0.1" },
        { path: ["values", "labels", "app.kubernetes.io/name"], after: "dex" },
        { path: ["values", "hosts", 0], before: "a" },
      ],
    },
    { ...place, action: "removed", address: "aws_kms_key.a", differences: [] },
    { ...place, action: "moved", address: "aws_eip.b", from: "aws_eip.a", differences: [] },
    {
      environments: [],
      stack: "sentry",
      action: "added",
      address: "output.id",
      differences: [{ path: [], after: { value: 1, tags: ["x", "y"], more: [{ empty: [] }] } }],
    },
  ],
};

const nothing: Report = {
  base: "main (1234567)",
  environments: ["integration", "staging", "production"],
  destructiveChanges: [],
  versions: [],
  access: [],
  changes: [],
};

describe("the table", () => {
  it("puts what matters on top and lists every attribute", () => {
    expect(stripVTControlCharacters(tableOf(report)).split("\n")).toEqual([
      "Changes against main (1234567)",
      "1 added, 2 removed, 2 changed, 2 moved, in 3 stacks",
      "",
      "Destructive changes",
      "  integration, staging  infrastructure  aws_kms_key.a is destroyed",
      "",
      "Versions",
      "  integration, staging  services  dex 1.0.0 → 1.0.1",
      "",
      "Access",
      "  integration, staging  services  jane: no access → developer",
      "",
      "services: integration, staging",
      "  ~ helm_release.dex",
      '      ~ version: "1.0.0" → "1.0.1"',
      '      + values.labels["app.kubernetes.io/name"]: "dex"',
      '      - values.hosts: "a"',
      "  - aws_kms_key.a",
      "  > aws_eip.a → aws_eip.b",
      "",
      "sentry",
      "  + output.id",
      "      + value: 1",
      '      + tags: "x"',
      '      + tags: "y"',
      "      + more[0].empty: []",
    ]);
  });

  it("says that nothing changes", () => {
    expect(tableOf(nothing)).toBe("Nothing changes against main (1234567).");
  });
});

describe("the comment", () => {
  it("folds attributes away, as differences that GitHub colours", () => {
    expect(markdownOf(report, "npm run changes").split("\n")).toEqual([
      "## Changes against main (1234567)",
      "",
      "1 added, 2 removed, 2 changed, 2 moved, in 3 stacks",
      "",
      "### Destructive changes",
      "",
      "- :rotating_light: `aws_kms_key.a is destroyed` (infrastructure: integration, staging)",
      "",
      "### Versions",
      "",
      "- `dex 1.0.0 → 1.0.1` (services: integration, staging)",
      "",
      "### Access",
      "",
      "- `jane: no access → developer` (services: integration, staging)",
      "",
      "### services: integration, staging",
      "",
      "<details><summary><code>~ helm_release.dex</code></summary>",
      "",
      "```diff",
      '- version: "1.0.0"',
      '+ version: "1.0.1"',
      '+ values.labels["app.kubernetes.io/name"]: "dex"',
      '- values.hosts: "a"',
      "```",
      "",
      "</details>",
      "",
      "- `- aws_kms_key.a`",
      "- `> aws_eip.a → aws_eip.b`",
      "",
      "### sentry",
      "",
      "<details><summary><code>+ output.id</code></summary>",
      "",
      "```diff",
      "+ value: 1",
      '+ tags: "x"',
      '+ tags: "y"',
      "+ more[0].empty: []",
      "```",
      "",
      "</details>",
      "",
      "",
    ]);
  });

  it("leaves out whole entries where it would be too long, and says how to see them", () => {
    const changes = Array.from({ length: 2000 }, (_, index) => ({
      ...place,
      action: "changed" as const,
      address: `helm_release.release-${index}`,
      differences: [{ path: ["version"], before: "1.0.0", after: "1.0.1" }],
    }));
    const text = markdownOf({ ...report, changes }, "npm run changes -- --base 1234567");
    const shown = text.match(/<details>/g)!.length;

    expect(text.length).toBeLessThanOrEqual(60_000);
    expect(text.match(/<\/details>/g)).toHaveLength(shown);
    expect(text).toMatch(
      `**${2000 - shown} more entries do not fit here.** To see everything: \`npm run changes -- --base 1234567\`\n`,
    );
  });

  it("leaves out one entry that is too long by itself, and goes on", () => {
    const huge = Array.from({ length: 2000 }, (_, index) => ({
      path: [`key-${index}`],
      after: "x".repeat(100),
    }));
    const [first] = report.changes;
    const text = markdownOf(
      { ...report, changes: [{ ...first!, differences: huge }, ...report.changes] },
      "npm run changes",
    );

    expect(text).toContain("**1 more entry does not fit here.**");
    expect(text).toContain("<code>+ output.id</code>");
  });

  it("takes nothing for markup", () => {
    const change = { ...report.changes[0]!, address: 'x.y["<b>`@team`"]' };
    const text = markdownOf(
      { ...nothing, destructiveChanges: [{ ...change, reason: "`@team`" }], changes: [change] },
      "",
    );

    expect(text).toContain("<code>~ x.y[&quot;&lt;b&gt;`@team`&quot;]</code>".replaceAll("&quot;", '"'));
    expect(text).toContain(`\`x.y["<b>'@team'"] '@team'\``);
  });

  it("says that nothing changes", () => {
    expect(markdownOf(nothing, "")).toBe("Nothing changes against main (1234567).\n");
  });
});

it("says no more than its address of a block without attributes", () => {
  expect(linesOf({ action: "added", address: "data.x.y", differences: [{ path: [], after: {} }] })).toEqual(
    [],
  );
});

it("says of each part of a value that Terraform ignores it after creation", () => {
  expect(
    linesOf({
      action: "changed",
      address: "x.y",
      differences: [
        { path: ["size"], before: 6, after: 8, ignored: true },
        { path: ["tags"], after: { a: 1, b: 2 }, ignored: true },
      ],
    }).map(({ path }) => path),
  ).toEqual([
    "size (ignored after creation)",
    "tags.a (ignored after creation)",
    "tags.b (ignored after creation)",
  ]);
});

describe("a long value", () => {
  const line = (before: Json, after: Json) =>
    linesOf({ action: "changed", address: "x.y", differences: [{ path: ["key"], before, after }] })[0]!;

  it("is shown from where it begins to differ", () => {
    const { before, after } = line(`${"a".repeat(500)}ONE${"b".repeat(500)}`, `${"a".repeat(500)}TWO`);

    expect(before).toMatch(/^…a{30}ONEb+…$/);
    expect(after).toMatch(/^…a+TWO"$/);
  });

  it("is shown from its start where that differs", () => {
    expect(line("x".repeat(500), 1)).toEqual({ path: "key", before: `"${"x".repeat(159)}…`, after: "1" });
  });
});

describe("environments of a fleet", () => {
  const all = Array.from({ length: 20 }, (_, index) => `cluster-${index}`);
  const text = (environments: readonly string[]) =>
    environmentsText({ environments, stack: "services" }, all);

  it("are named while they are few", () => {
    expect(text(all.slice(0, 2))).toBe("cluster-0, cluster-1");
  });

  it("are all of them, or all but some", () => {
    expect(text(all)).toBe("all 20 environments");
    expect(text(all.slice(2))).toBe("18 environments, not cluster-0, cluster-1");
  });

  it("are named where no shorter word says which", () => {
    expect(text(all.slice(0, 10))).toBe(all.slice(0, 10).join(", "));
  });
});
