import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { renderWith } from "../../../checks/charts/render";
import { writeProgram } from "../../../../__tests__/support/fake-programs";
import { rendered } from "../../../../__tests__/support/rendered";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "render-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const { release } = rendered("", { replicaCount: 3 });

const chart = (name = "dex") => {
  mkdirSync(join(folder, "charts", name), { recursive: true });
  writeFileSync(join(folder, "charts", name, "Chart.yaml"), `name: ${name}`);
  return join(folder, "charts", name);
};

function renderBy(script: string) {
  const helm = join(folder, "helm");
  writeProgram(helm, `echo run >> ${folder}/runs\n${script}`);
  const render = renderWith(helm, new AbortController().signal, join(folder, "cache"));
  return (one = release, place = chart()) =>
    render(one, place, { kubernetes: "1.36", apiVersions: ["example.io/v1"], folder });
}

const runs = () => readFileSync(join(folder, "runs"), "utf8").split("\n").length - 1;

describe("rendering a release", () => {
  it("gives Helm the release as the cluster would get it", async () => {
    const { yaml } = await renderBy('echo "$@"')();
    const [command = ""] = yaml.split("\n");

    expect(command.replaceAll(folder, "")).toBe(
      "template dex /charts/dex --values /values-0.json --namespace cluster-services --kube-version 1.36.0 " +
        "--include-crds --skip-tests --api-versions apiregistration.k8s.io/v1 --api-versions example.io/v1",
    );
    expect(readFileSync(join(folder, "values-0.json"), "utf8")).toBe('{"replicaCount":3}');
  });

  it("leaves out the kinds of a chart whose release skips them", async () => {
    const { yaml } = await renderBy('echo "$@"')({ ...release, skipsCrds: true });

    expect(yaml).not.toContain("--include-crds");
  });

  it("names a link of the chart that leads nowhere, and starts no Helm", async () => {
    const place = chart();
    symlinkSync("../lost.yaml", join(place, "values-lost.yaml"));

    expect(await renderBy("echo done")(release, place)).toEqual({
      yaml: "",
      problem: `${place}: expected files, got links that lead nowhere: values-lost.yaml; restore what they lead to, or remove them`,
    });
    expect(existsSync(join(folder, "runs"))).toBe(false);
  });

  it("renders the same once", async () => {
    const render = renderBy("echo done");
    await Promise.all([render(), render(), render({ ...release, values: {} })]);

    expect(runs()).toBe(2);
  });

  it("takes what an earlier run rendered from the same chart and the same values", async () => {
    const before = await renderBy("echo done")();

    expect(await renderBy("echo done")()).toEqual(before);
    expect(runs()).toBe(1);
  });

  it("renders anew where a file of the chart has changed", async () => {
    await renderBy("echo done")();
    await renderBy("echo done")(release, chart("dex-2"));

    expect(runs()).toBe(2);
  });

  it("tries again what Helm refused", async () => {
    await renderBy("exit 1")();

    expect(await renderBy("echo done")()).toEqual({ yaml: "done\n" });
  });

  it("forgets a rendering after a month", async () => {
    await renderBy("echo done")();
    const [kept = ""] = readdirSync(join(folder, "cache"));
    utimesSync(join(folder, "cache", kept), 0, 0);
    await renderBy("echo done")();

    expect(runs()).toBe(2);
  });

  it("says in one line what Helm refuses", async () => {
    expect(await renderBy('printf "Error:\\n  bad values\\n" >&2; exit 1')()).toEqual({
      yaml: "",
      problem: "Error: bad values",
    });
  });
});
