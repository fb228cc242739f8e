import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { crdsIn } from "../../../checks/charts/chart-crds";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "chart-crds-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const crd = (name: string, version = "v1") => `---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: ${name}, annotations: { generator: "1.2.3" } }
spec: { versions: [{ name: ${version} }] }
`;

const write = (path: string, text: string) => {
  mkdirSync(join(folder, path, ".."), { recursive: true });
  writeFileSync(join(folder, path), text);
};

describe("CRDs of a chart", () => {
  it("are those in its folder crds and below, and none elsewhere", () => {
    write("templates/crd.yaml", crd("c.example.org"));
    expect(crdsIn(folder)).toBeUndefined();

    write("crds/deeper/two.yaml", crd("b.example.org") + crd("a.example.org"));
    write("crds/README.md", "kind: CustomResourceDefinition");
    expect(crdsIn(folder)?.names).toEqual(["a.example.org", "b.example.org"]);
  });

  it("have another digest when a spec changes, and the same when a comment or an annotation does", () => {
    const digest = (text: string) => {
      write("crds/a.yaml", text);
      return crdsIn(folder)!.digest;
    };
    const before = digest(crd("a.example.org"));

    expect(digest(`# generated\n${crd("a.example.org").replace("1.2.3", "1.2.4")}`)).toBe(before);
    expect(digest(crd("a.example.org", "v2"))).not.toBe(before);
  });
});
