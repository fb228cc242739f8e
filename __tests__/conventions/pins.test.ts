import { mainCluster } from "../../src/settings/environment/environment";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { RE2JS } from "re2js";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { defineEnvironments } from "../support/organisation";
import { environmentSettings } from "../../src/platform/environments";
import type { AddonChart } from "../../src/settings/addon-definition/chart";
import { ADDON_CHARTS } from "../../src/settings/addons/charts";
import type { Block } from "../support/terraform";

interface Manager {
  readonly description: string;
  readonly managerFilePatterns: readonly string[];
  readonly matchStrings: readonly string[];
  readonly packageNameTemplate?: string;
}

interface Rule {
  readonly matchDepNames?: readonly string[];
  readonly registryUrls?: readonly string[];
}

interface Update {
  readonly "package-ecosystem": string;
  readonly directory?: string;
  readonly directories?: readonly string[];
}

const renovate = JSON.parse(readFileSync("renovate.json", "utf8")) as {
  customManagers: Manager[];
  packageRules: Rule[];
};
const dependabot = parse(readFileSync(".github/dependabot.yml", "utf8")) as { updates: Update[] };

/** Everything that Renovate finds, as `<file>:<offset of the version>`. */
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

/** Matches of a pattern's first group, as `<file>:<offset>`. */
const places = (files: readonly string[], pattern: RegExp): string[] =>
  files.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(pattern)].map(({ indices }) => `${file}:${indices![1]![0]}`),
  );

const read = (file: string): Block => JSON.parse(readFileSync(file, "utf8")) as Block;

/** Folders that programs write. */
const MADE = ["node_modules", ".git", ".gen", "cdktf.out"];

const files = readdirSync(".", { withFileTypes: true })
  .filter(({ name }) => !MADE.includes(name))
  .flatMap((entry) => (entry.isDirectory() ? filesBelow(entry.name) : [entry.name]));

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
}

/** They record what is known of a version, and are checked against the version that is installed. */
const RECORDS = [
  join("tools", "checks", "iam", "upstream-policies.ts"),
  join("src", "settings", "cluster", "eks-addon-versions.ts"),
  join("src", "settings", "cluster", "kubernetes-versions.ts"),
];

/** Versions of things that are not installed: YAML, the schema of a document of AWS, and a database that exists in a test alone. */
const OF_NOTHING = [
  join("src", "infrastructure", "session-document.ts"),
  join("tools", "checks", "charts", "objects.ts"),
  join("tools", "checks", "emulate", "not-emulated.ts"),
];

const sources = files.filter(
  (file) => /^src\/.+\.(ts|mjs|sh|rego)$/.test(file) && ![...RECORDS, ...OF_NOTHING].includes(file),
);
/** They record which versions add-ons can install; releases say which they do. */
const charts = sources.filter((file) => file.endsWith("/chart.ts") && file.startsWith("src/addons/"));
const tools = ["tools/toolbox/tool-versions.json"];
/** The release that Renovate raises; those before it never change. */
const next = ["src/platform/releases/next.json"];
const workflows = files.filter((file) => /^\.github\/.+\/.+\.ya?ml$/.test(file));
/** Programs of their own module, of which one is pinned to a commit. */
const goPrograms = ["tools/toolbox/go-tools.ts"];
const made = files.filter((file) => /^src\/platform\/releases\/\d+\.json$/.test(file));
const everything = [...sources, ...next, ...made, ...tools, ...goPrograms, ...workflows];

/** `"1.2"`, `"~> 1.2"`, `"v1.2.3-eksbuild.1"` and whatever ends in `:1.2.3`, but no key of an object and no commit. */
const VERSION =
  /(?:"[~^]?>? ?|["'`][^"'`\s]*[:@])(?!v0\.0\.0-)(v?\d+(?:\.\d+){1,2}(?:[-+][\w.+-]+)?)["'`@](?!:)/dg;

/** `docker.io/alpine/git:<any tag>` */
const IMAGE = /["'`][a-z0-9.-]+\.[a-z]+\/[a-z0-9._/-]+:([^"'`@]+)/dg;

const pins = [
  ...places(
    sources.filter((file) => !charts.includes(file)),
    VERSION,
  ),
  ...places(next, /: "([^"]+)"/dg),
  ...places(
    // Cases of policies name images that exist nowhere.
    sources.filter((file) => !file.endsWith(".cases.ts")),
    IMAGE,
  ),
  ...places(goPrograms, VERSION),
  ...places(tools, /: "([^"]+)"/dg),
  ...places(workflows, /[\w-]*version: ["']?(v?\d[\w.-]*)/dg),
  ...places(workflows, /runs-on: [a-z]+-([\w.-]+)/dg),
];

const found = renovate.customManagers.flatMap((manager) => foundBy(manager, everything));

const lookedAfter = (ecosystem: string, directory: string): boolean =>
  dependabot.updates
    .filter((update) => update["package-ecosystem"] === ecosystem)
    .flatMap(({ directory: one, directories = [] }) => [...(one ? [one] : []), ...directories])
    .some((pattern) => new RegExp(`^${pattern.replace("*", "[^/]+")}$`).test(directory));

/** As Dependabot calls them: its `/` stands for .github/workflows too. */
const foldersOf = (chosen: (file: string) => boolean): string[] => [
  ...new Set(
    files.filter(chosen).map((file) => `/${dirname(file)}`.replace(/^\/(\.|\.github\/workflows)$/, "/")),
  ),
];

/** Folders whose packages npm and Dependabot read from the root. */
const WORKSPACES = (read("package.json") as { workspaces: string[] }).workspaces;

const says = (file: string, pattern: RegExp): boolean => pattern.test(readFileSync(file, "utf8"));

describe("pins", () => {
  test.each(renovate.customManagers)("finds what it is for: $description", (manager) => {
    expect(foundBy(manager, everything)).not.toEqual([]);
  });

  test.each(renovate.customManagers)("can be looked for as Renovate does: $description", (manager) => {
    const patterns = [
      ...manager.matchStrings,
      ...manager.managerFilePatterns.map((pattern) => pattern.slice(1, -1)),
    ];

    expect(() => patterns.map((pattern) => RE2JS.compile(pattern))).not.toThrow();
  });

  test("leave none that Renovate does not see", () => {
    expect(pins.length).toBeGreaterThan(40);
    expect(pins.filter((pin) => !found.includes(pin))).toEqual([]);
  });

  test("leave releases alone that are made", () => {
    expect(made).not.toEqual([]);
    expect(found.filter((place) => made.some((file) => place.startsWith(file)))).toEqual([]);
  });

  test("of charts are looked for in the repositories that add-ons install them from", () => {
    const asked = renovate.packageRules.flatMap(({ registryUrls = [], matchDepNames = [] }) =>
      matchDepNames.map((name) => [name, registryUrls[0]]),
    );
    const installed = Object.values(ADDON_CHARTS as Record<string, AddonChart>)
      // Registries of images need no address beside the name.
      .map(({ name, repository }) => [name, repository.startsWith("https:") ? repository : undefined]);

    expect(asked.sort()).toEqual(installed.sort());
  });

  test("to a commit, which Renovate cannot move, are of the release that it can", () => {
    const [commit, ...others] = [...sources, ...goPrograms].flatMap(
      (file) => readFileSync(file, "utf8").match(/"v0\.0\.0-\d{14}-[0-9a-f]{12}".*/g) ?? [],
    );

    expect(commit).toContain(`// ${read(tools[0]!).dex}`);
    expect(others).toEqual([]);
  });

  test("of tools are looked for under names that there are", () => {
    const names = renovate.customManagers
      .filter(({ managerFilePatterns }) => managerFilePatterns.join().includes("tool-versions"))
      .flatMap(({ matchStrings }) => /\(\?<depName>([^)]+)\)/.exec(matchStrings.join())![1]!.split("|"));

    expect(names.sort()).toEqual(Object.keys(read(tools[0]!)).sort());
  });

  test("ask for EKS add-ons of the Kubernetes minor that production runs", () => {
    const [production] = defineEnvironments(environmentSettings).filter(({ name }) => name === "production");
    const templates = renovate.customManagers.flatMap(({ packageNameTemplate = "" }) => packageNameTemplate);

    expect(templates.join()).toContain(`"kubernetesVersion":"${mainCluster(production!).cluster.version}"`);
  });

  test.each([
    ["npm", foldersOf((file) => file.endsWith("package.json") && !WORKSPACES.includes(dirname(file)))],
    ["github-actions", foldersOf((file) => /\.ya?ml$/.test(file) && says(file, /^\s*(- )?uses: [^.]/m))],
    ["terraform", foldersOf((file) => file.endsWith(".tf") && says(file, /required_providers|source *=/))],
  ])("leave no folder of %s that Dependabot does not read", (ecosystem, folders) => {
    expect(folders).not.toEqual([]);
    expect(folders.filter((folder) => !lookedAfter(ecosystem, folder))).toEqual([]);
  });

  test("of packages are exact, so that what is installed changes in a pull request alone", () => {
    const packages = ["package.json", ...WORKSPACES.map((folder) => join(folder, "package.json"))].flatMap(
      (file) => {
        const { dependencies, devDependencies } = read(file) as Record<string, Record<string, string>>;
        return Object.entries({ ...dependencies, ...devDependencies });
      },
    );
    const loose = packages.filter(([, version]) => !/^(npm:[a-z-]+@)?\d+\.\d+\.\d+$/.test(version));

    expect(loose).toEqual([]);
  });

  test("of providers and modules are not in cdktf.json, which nobody would read", () => {
    const { terraformProviders, terraformModules } = read("cdktf.json");

    expect(terraformProviders).toEqual([]);
    expect(terraformModules.filter(({ source }: Block) => !source.startsWith("./"))).toEqual([]);
  });
});
