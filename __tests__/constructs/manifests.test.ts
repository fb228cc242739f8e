import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Release } from "@cdktf/provider-helm/lib/release";
import { App, TerraformStack } from "cdktf";
import { HelmProvider } from "@cdktf/provider-helm/lib/provider";
import { afterEach, describe, expect, it } from "vitest";
import { type Manifest, Manifests } from "../../src/constructs/manifests";
import { Terraform, valuesOf } from "../support/terraform";

const config = (name: string, data = {}): Manifest => ({
  apiVersion: "v1",
  kind: "ConfigMap",
  metadata: { name },
  data,
});

const manifests = (...objects: Manifest[]) =>
  Terraform.of(
    (scope) => new Manifests(scope, "demo", { namespace: "here", releaseName: "demo-objects", objects }),
  );

const folders: string[] = [];

afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** Synthesises a stack with two releases and returns the files beside its configuration. */
function synthesise(): { chart: string; files: Record<string, string> } {
  const outdir = mkdtempSync(join(tmpdir(), "manifests-"));
  folders.push(outdir);
  const app = new App({ outdir });
  const stack = new TerraformStack(app, "stack");
  new HelmProvider(stack, "helm", {});
  for (const id of ["one", "two"]) {
    new Manifests(stack, id, { namespace: "here", releaseName: id, objects: [config(id)] });
  }
  app.synth();

  const folder = join(outdir, "stacks", "stack");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8", withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== "cdk.tf.json")
    .map(({ parentPath, name }) => join(parentPath, name));
  const json = JSON.parse(readFileSync(join(folder, "cdk.tf.json"), "utf8"));
  return {
    chart: json.resource.helm_release.one.chart,
    files: Object.fromEntries(
      files.map((file) => [`./${file.slice(folder.length + 1)}`, readFileSync(file, "utf8")]),
    ),
  };
}

describe("Manifests", () => {
  it("hands the objects to its chart as they are", () => {
    const objects = [config("a", { text: "{{ .Values }} and --- and <&>" }), config("b")];

    expect(valuesOf(manifests(...objects).only(Release))).toEqual({ objects });
  });

  it("keeps what looks like a Terraform template as data", () => {
    const terraform = manifests(config("a", { text: "${x}" }));

    expect(valuesOf(terraform.only(Release)).objects[0].data.text).toBe("$${x}");
  });

  it("needs no repository: its chart is in the stack's own folder", () => {
    const release = manifests(config("a")).only(Release);

    expect(release).toMatchObject({ name: "demo-objects", namespace: "here", create_namespace: false });
    expect(release.chart).toMatch(/^\.\/assets\/manifests-chart\//);
    expect(release).not.toHaveProperty("repository");
  });

  it("ships the chart once per stack, where its releases look for it", () => {
    const { chart, files } = synthesise();

    expect(Object.keys(files).sort()).toEqual([`${chart}/Chart.yaml`, `${chart}/templates/objects.yaml`]);
  });

  it("ships the same chart from whatever folder the output goes to", () => {
    expect(synthesise()).toEqual(synthesise());
  });

  it("renders each object as JSON, so that nothing in it is evaluated", () => {
    const { chart, files } = synthesise();

    expect(files[`${chart}/templates/objects.yaml`]?.match(/\{\{-? (.*?) \}\}/g)).toEqual([
      "{{- range .Values.objects }}",
      "{{ toJson . }}",
      "{{- end }}",
    ]);
  });

  it("waits for what brings the objects' kinds", () => {
    const terraform = Terraform.of((scope) => {
      const first = new Manifests(scope, "first", { namespace: "here", releaseName: "first", objects: [] });
      const after = [first, undefined];
      new Manifests(scope, "second", { namespace: "here", releaseName: "second", objects: [], after });
    });

    expect(terraform.named(Release).second?.depends_on).toEqual(["helm_release.first"]);
  });
});
