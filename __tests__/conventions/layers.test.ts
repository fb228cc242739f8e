import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";

interface Rule {
  readonly name: string;
  readonly from: { readonly path: string };
  readonly to: { readonly path?: string; readonly pathNot?: string };
}

const { forbidden } = createRequire(`${process.cwd()}/`)("./.dependency-cruiser.cjs") as {
  readonly forbidden: readonly Rule[];
};

const layers = forbidden.filter(({ name }) => /^src-(?!without)/.test(name));

/** The layers whose rule an import between two files breaks. */
const broken = (from: string, to: string): string[] =>
  layers
    .filter((rule) => new RegExp(rule.from.path).test(from))
    .filter(
      (rule) =>
        new RegExp(rule.to.path!).test(to) && !(rule.to.pathNot && new RegExp(rule.to.pathNot).test(to)),
    )
    .map(({ name }) => name);

test.each(readdirSync("src"))("src/%s has its place in the layers, below main.ts", (folder) => {
  expect(broken(`src/${folder}/a.ts`, "main.ts")).toEqual([`src-${folder}`]);
});

describe("imports", () => {
  test.each([
    ["src/constructs/a.ts", "src/settings/environment/environment.ts"],
    ["src/constructs/a.ts", "src/addons/dex/dex.ts"],
    ["src/settings/network/a.ts", "src/constructs/cluster.ts"],
    ["src/settings/network/a.ts", "src/terraform-cloud/workspace.ts"],
    ["src/settings/network/a.ts", "src/platform/organisation.ts"],
    ["src/output/a.ts", "src/settings/checking/configuration-error.ts"],
    ["src/infrastructure/a.ts", "src/settings/network/network.ts"],
    ["src/infrastructure/a.ts", "src/stacks/vpc.ts"],
    ["src/infrastructure/a.ts", "src/terraform-cloud/workspace.ts"],
    ["src/access/a.ts", "src/infrastructure/vpc.ts"],
    ["src/addons/dex/a.ts", "src/infrastructure/vpc.ts"],
    ["src/terraform-cloud/permissions/a.ts", "src/settings/organisation/terraform-cloud.ts"],
    ["src/stacks/a.ts", "src/output/verify.ts"],
    ["src/stacks/a.ts", "src/platform/tenants/index.ts"],
  ])("%s may not import %s", (from, to) => {
    expect(broken(from, to)).toHaveLength(1);
  });

  test.each([
    ["src/constructs/a.ts", "src/constructs/cluster.ts"],
    ["src/platform/environments/a.ts", "src/settings/environment/environment.ts"],
    ["src/platform/environments/a.ts", "src/addons/gatekeeper/settings.ts"],
    ["src/settings/network/a.ts", "src/settings/organisation/terraform-cloud.ts"],
    ["src/stacks/a.ts", "src/terraform-cloud/workspace.ts"],
    ["src/addons/dex/a.ts", "src/constructs/cluster.ts"],
    ["src/stacks/vpc/a.ts", "src/settings/network/network.ts"],
  ])("%s may import %s", (from, to) => {
    expect(broken(from, to)).toEqual([]);
  });
});
