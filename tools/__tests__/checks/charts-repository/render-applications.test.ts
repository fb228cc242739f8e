import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { writeProgram } from "../../../../__tests__/support/fake-programs";
import { keptRenderings } from "../../../checks/charts/kept-renderings";
import type { KubernetesObject } from "../../../checks/charts/objects";
import { renderApplications } from "../../../checks/charts-repository/render-applications";

const URL = "https://github.com/example/charts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "applications-"));
  const chart = join(folder, "first/charts/shop");
  mkdirSync(chart, { recursive: true });
  writeFileSync(join(chart, "Chart.yaml"), "name: shop");
  writeFileSync(join(chart, "values-live.yaml"), "replicas: 2");
});
afterEach(() => rmSync(folder, { recursive: true }));

const application = {
  apiVersion: "argoproj.io/v1alpha1",
  kind: "Application",
  metadata: { name: "shop" },
  spec: {
    destination: { namespace: "apps" },
    source: { repoURL: URL, path: "charts/shop", helm: { valueFiles: ["values-live.yaml"] } },
  },
} as KubernetesObject;

/** Copies the repository, changes it, and renders it: charts do not change while a check runs. */
async function renderCopy(name: string, change: (chart: string) => void = () => undefined) {
  const copy = join(folder, name);
  cpSync(join(folder, "first"), copy, { recursive: true });
  change(join(copy, "charts/shop"));
  const helm = join(folder, "helm");
  writeProgram(
    helm,
    `echo run >> ${folder}/runs\necho '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a"}}'`,
  );
  const [rendered] = await renderApplications(application, {
    folder: copy,
    url: URL,
    helm,
    charts: () => Promise.resolve({ missing: "no registry" }),
    kubernetes: "1.36",
    renderings: keptRenderings(join(folder, "cache")),
    scratch: folder,
    signal: new AbortController().signal,
  });
  return rendered;
}

const runs = () =>
  existsSync(join(folder, "runs")) ? readFileSync(join(folder, "runs"), "utf8").split("\n").length - 1 : 0;

test("an application that was rendered from the same files is not rendered again", async () => {
  const first = await renderCopy("one");

  expect(first?.objects).toMatchObject([{ kind: "ConfigMap" }]);
  expect(await renderCopy("two")).toEqual(first);
  expect(runs()).toBe(1);
});

test("an application is rendered again where a template or a file of values has changed", async () => {
  await renderCopy("one");
  await renderCopy("two", (chart) => writeFileSync(join(chart, "values-live.yaml"), "replicas: 3"));
  await renderCopy("three", (chart) => writeFileSync(join(chart, "template.yaml"), "a: b"));

  expect(runs()).toBe(3);
});

test("a link of a chart that leads nowhere is a problem of its application alone", async () => {
  const broken = await renderCopy("one", (chart) => symlinkSync("../lost", join(chart, "lost.yaml")));

  expect(broken?.problems).toEqual([
    `chart: ${join(folder, "one/charts/shop")}: expected files, got links that lead nowhere: lost.yaml; restore what they lead to, or remove them`,
  ]);
  expect(runs()).toBe(0);
});

test("a file of values that is not there is a problem", async () => {
  const broken = await renderCopy("one", (chart) => rmSync(join(chart, "values-live.yaml")));

  expect(broken?.problems).toEqual([
    expect.stringMatching(/^values: expected .*values-live\.yaml, got no such file; add it$/),
  ]);
});
