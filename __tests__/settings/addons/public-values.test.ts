import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { definitions } from "../../../src/settings/addons";
import { ownValue } from "../../../src/settings/checking/own-value";
import { problemsWith } from "../../support/environments";
import { byTerraform } from "../../support/services";

/** Values of our own with the keys of public files; docs/public-values.md has the sources. */
const FOLDER = join(import.meta.dirname, "public-values");

const FILES = readdirSync(FOLDER);

/** EKS's own add-ons of the same names are off. */
const cluster = { eksAddons: { "metrics-server": false } };

const problemsOf = (addon: string, values: object) =>
  problemsWith({ cluster, addons: { [addon]: { ...ownValue(byTerraform, addon), values } } });

/** Name of the add-on whose chart a file is for: `moj-fluent-bit.yaml` is for that of `fluentBit`. */
function addonOf(file: string): string {
  const [addon] = definitions().find(([, { chart }]) => chart && file.endsWith(`-${chart.name}.yaml`))!;
  return addon;
}

const valuesIn = (file: string): Record<string, unknown> =>
  parse(readFileSync(join(FOLDER, file), "utf8")) as Record<string, unknown>;

/** Words in each message about a value that another part of the platform depends on. */
const HOLDS = ", since ";

/** Keys of values in messages, in order. A message of another kind stays as it is. */
const heldIn = (problems: readonly string[]): string[] =>
  problems.map((text) => (text.includes(HOLDS) ? /values\.(\S+):/.exec(text)![1]! : text)).sort();

/** Values of a file that the second table of docs/public-values.md lists. */
function listedFor(file: string): string[] {
  const [, table = ""] = readFileSync("docs/public-values.md", "utf8").split(
    "## Values on which others depend",
  );
  const row = table.split("\n").find((line) => line.startsWith(`| \`${file}\` `)) ?? "";
  return [...(row.split("|")[2] ?? "").matchAll(/`([^`]+)`/g)].map(([, key]) => key!);
}

/** Keys at any depth. */
const keysIn = (value: unknown): number =>
  typeof value === "object" && value !== null
    ? Object.values(value).reduce<number>(
        (sum, inner) => sum + keysIn(inner),
        Array.isArray(value) ? 0 : Object.keys(value).length,
      )
    : 0;

describe("values files in public", () => {
  it("are counted, with their keys, on the page", () => {
    const keys = FILES.reduce((sum, file) => sum + keysIn(valuesIn(file)), 0);
    const problems = FILES.flatMap((file) => problemsOf(addonOf(file), valuesIn(file)));
    const held = problems.filter((text) => text.includes(HOLDS)).length;

    expect(readFileSync("docs/public-values.md", "utf8").replaceAll(/\s+/g, " ")).toContain(
      `${FILES.length} files with ${keys} keys: ${problems.length - held} keys are unknown, and ${held} values are refused`,
    );
  });

  it.each(FILES)("are accepted but for what other parts of the platform depend on: %s", (file) => {
    expect(Object.keys(valuesIn(file))).not.toEqual([]);
    expect(heldIn(problemsOf(addonOf(file), valuesIn(file)))).toEqual(listedFor(file));
  });

  it.each(FILES)("are refused with one key misspelt: %s", (file) => {
    const [[key, value] = ["", undefined]] = Object.entries(valuesIn(file));
    const misspelt = `${key}x`;

    const problems = problemsOf(addonOf(file), { ...valuesIn(file), [misspelt]: value });

    expect(problems.filter((text) => !text.includes(HOLDS))).toEqual([
      expect.stringMatching(`values\\.${misspelt}: expected .* got "${misspelt}"; did you mean ${key}\\?$`),
    ]);
  });

  it("come from GOV.UK, the Ministry of Justice and at least three others", () => {
    const organisations = ["govuk", "moj", "cloud-posse", "home-ops", "particule"];

    expect(organisations.filter((name) => !FILES.some((file) => file.startsWith(`${name}-`)))).toEqual([]);
  });

  it("are named in the table of sources, one by one", () => {
    const table = readFileSync("docs/public-values.md", "utf8");

    expect(FILES.filter((file) => !table.includes(`\`${file}\``))).toEqual([]);
  });
});

describe("keys in public files that the installed chart does not read", () => {
  it.each([
    ["kubePrometheusStack", { kube_state_metrics: {} }, "did you mean kube-state-metrics?"],
    ["kubePrometheusStack", { prometheusOperator: { tlsProxy: {} } }, "look it up in the chart"],
    ["kubePrometheusStack", { "kube-state-metrics": { podSecurityPolicy: {} } }, 'got "podSecurityPolicy"'],
    ["gatekeeper", { psp: { enabled: false } }, "look it up in the chart"],
    ["oauth2Proxy", { image: { imagePullSecrets: [] } }, "look it up in the chart"],
    ["argoCd", { server: { rbacConfig: {} } }, "look it up in the chart"],
    ["externalDns", { aws: {} }, "look it up in the chart"],
    ["kyverno", { webhooksCleanup: { autoDeleteWebhooks: {} } }, 'got "autoDeleteWebhooks"'],
    ["tempo", { ingester: {} }, "look it up in the chart"],
  ])("are refused: in %s %o", (addon, values, hint) => {
    expect(problemsOf(addon, values).filter((text) => text.includes("a value that chart version"))).toEqual([
      expect.stringContaining(hint),
    ]);
  });
});
