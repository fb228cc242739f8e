import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { defineEnvironments } from "../../src/config/define-environment";
import { environmentSettings } from "../../src/config/environments";

interface Manager {
  readonly description: string;
  readonly managerFilePatterns: readonly string[];
  readonly matchStrings: readonly string[];
  readonly packageNameTemplate?: string;
}

interface Update {
  readonly "package-ecosystem": string;
  readonly directory?: string;
  readonly directories?: readonly string[];
}

const renovate = JSON.parse(readFileSync("renovate.json", "utf8")) as { customManagers: Manager[] };
const dependabot = parse(readFileSync(".github/dependabot.yml", "utf8")) as { updates: Update[] };

/** `<file>:<offset of the version>` of everything that Renovate finds. */
function foundBy({ managerFilePatterns, matchStrings }: Manager, files: readonly string[]): string[] {
  const patterns = managerFilePatterns.map((pattern) => new RegExp(pattern.slice(1, -1)));

  return files
    .filter((file) => patterns.some((pattern) => pattern.test(file)))
    .flatMap((file) =>
      matchStrings.flatMap((text) =>
        [...readFileSync(file, "utf8").matchAll(new RegExp(text, "gmd"))].map(
          ({ indices }) => `${file}:${indices!.groups!.currentValue![0]}`,
        ),
      ),
    );
}

/** `<file>:<offset>` of whatever a pattern's first group matches. */
const places = (files: readonly string[], pattern: RegExp): string[] =>
  files.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(pattern)].map(({ indices }) => `${file}:${indices![1]![0]}`),
  );

const filesBelow = (folder: string, ending: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => join(folder, file))
    .filter((file) => file.endsWith(ending));

/** They record what is known of a version, and are checked against the version that is installed. */
const RECORDS = [
  join("src", "commands", "verify", "iam", "upstream-policies.ts"),
  join("src", "config", "compatibility", "charts.ts"),
  join("src", "config", "compatibility", "eks-addons.ts"),
];

const sources = filesBelow("src", ".ts").filter((file) => !RECORDS.includes(file));
const tools = ["src/commands/verify/tool-versions.json"];
const workflows = filesBelow(".github", ".yml").filter((file) => dirname(file) !== ".github");

const EXACT = /"(v?\d+\.\d+\.\d+(?:[-+][\w.+-]+)?)"/dg;

const IMAGE = /"[a-z0-9.-]+\.[a-z]+\/[a-z0-9._/-]+:(v?\d[^"@]*)/dg;

const pins = [
  ...places(sources, EXACT),
  ...places(sources, IMAGE),
  ...places(tools, EXACT),
  ...places(sources, /version \?\? "([\d.]+)"/dg),
  ...places(workflows, /(?:terraform_version|node-version): ([\d.]+)/dg),
];

const lookedAfter = (ecosystem: string, directory: string): boolean =>
  dependabot.updates
    .filter((update) => update["package-ecosystem"] === ecosystem)
    .flatMap(({ directory: one, directories = [] }) => [...(one ? [one] : []), ...directories])
    .some((pattern) => new RegExp(`^${pattern.replace("*", "[^/]+")}$`).test(directory));

const foldersOf = (files: readonly string[]): string[] => files.map((file) => `/${dirname(file)}`);

describe("pins", () => {
  test.each(renovate.customManagers)("finds what it is for: $description", (manager) => {
    expect(foundBy(manager, [...sources, ...tools, ...workflows])).not.toEqual([]);
  });

  test("leave none that Renovate does not see", () => {
    const found = renovate.customManagers.flatMap((manager) =>
      foundBy(manager, [...sources, ...tools, ...workflows]),
    );

    expect(pins.length).toBeGreaterThan(20);
    expect(pins.filter((pin) => !found.includes(pin))).toEqual([]);
  });

  test("ask for EKS add-ons of the Kubernetes minor that production runs", () => {
    const [production] = defineEnvironments(environmentSettings).filter(({ name }) => name === "production");
    const templates = renovate.customManagers.flatMap(({ packageNameTemplate = "" }) => packageNameTemplate);

    expect(templates.join()).toContain(`"kubernetesVersion":"${production!.cluster.version}"`);
  });

  test.each([
    ["npm", ["/"]],
    // Its `/` stands for .github/workflows.
    ["github-actions", ["/", ...foldersOf(filesBelow(".github/actions", "action.yml"))]],
    ["terraform", foldersOf(filesBelow("modules", "versions.tf"))],
  ])("leave no folder of %s that Dependabot does not read", (ecosystem, folders) => {
    expect(folders).not.toEqual([]);
    expect(folders.filter((folder) => !lookedAfter(ecosystem, folder))).toEqual([]);
  });
});
