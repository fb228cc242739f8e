import { mkdtempSync, readFileSync, rmSync } from "node:fs";
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

function renderBy(script: string) {
  const helm = join(folder, "helm");
  writeProgram(helm, `echo run >> ${folder}/runs\n${script}`);
  const render = renderWith(helm, new AbortController().signal);
  return (one = release) =>
    render(one, "/charts/dex", { kubernetes: "1.36", apiVersions: ["example.io/v1"], folder });
}

describe("rendering a release", () => {
  it("gives Helm the release as the cluster would get it", async () => {
    const { yaml } = await renderBy('echo "$@"')();
    const [command = ""] = yaml.split("\n");

    expect(command.replace(folder, "")).toBe(
      "template dex /charts/dex --values /values-0.json --namespace cluster-services --kube-version 1.36.0 " +
        "--include-crds --skip-tests --api-versions apiregistration.k8s.io/v1 --api-versions example.io/v1",
    );
    expect(readFileSync(join(folder, "values-0.json"), "utf8")).toBe('{"replicaCount":3}');
  });

  it("renders the same once", async () => {
    const render = renderBy("echo done");
    await Promise.all([render(), render(), render({ ...release, values: {} })]);

    expect(readFileSync(join(folder, "runs"), "utf8")).toBe("run\nrun\n");
  });

  it("says in one line what Helm refuses", async () => {
    expect(await renderBy('printf "Error:\\n  bad values\\n" >&2; exit 1')()).toEqual({
      yaml: "",
      problem: "Error: bad values",
    });
  });
});
