import { describe, expect, it } from "vitest";
import { imageReference } from "../../../reports/bom/image-reference";
import { imagesNamedIn, imagesOf } from "../../../reports/bom/images";

const object = (kind: string, spec: object) => ({
  apiVersion: "v1",
  kind,
  metadata: { name: "thing" },
  spec: JSON.parse(JSON.stringify(spec)),
});

const DIGEST = `sha256:${"0a".repeat(32)}`;

describe("the images of what a chart renders", () => {
  it("are those of pods, wherever they stand, each once", () => {
    const containers = [{ image: "quay.io/a:1" }, { image: "quay.io/b:2" }];
    const template = { spec: { initContainers: [{ image: "quay.io/a:1" }], containers } };

    expect(imagesOf([object("Deployment", { template })])).toEqual(["quay.io/a:1", "quay.io/b:2"]);
  });

  it("are also those that operators and workflows are told of", () => {
    const containers = [
      { image: "quay.io/operator:1", args: ["--config-reloader=quay.io/reloader:2", "--reloader-cpu=10m"] },
      { image: "quay.io/controller:1", args: ["--executor-image", "quay.io/executor:3", "--verbose"] },
    ];

    expect(imagesOf([object("Deployment", { containers })])).toEqual([
      "quay.io/operator:1",
      "quay.io/reloader:2",
      "quay.io/controller:1",
      "quay.io/executor:3",
    ]);
    expect(
      imagesOf([object("WorkflowTemplate", { templates: [{ container: { image: "git:1" } }] })]),
    ).toEqual(["git:1"]);
  });

  it("are also those that are mounted", () => {
    const volumes = [{ name: "model", image: { reference: "quay.io/model:1", pullPolicy: "Always" } }];

    expect(imagesOf([object("Pod", { volumes })])).toEqual(["quay.io/model:1"]);
  });

  it("are not what the schema of a kind says about images", () => {
    expect(imagesOf([object("CustomResourceDefinition", { image: "a description" })])).toEqual([]);
  });
});

describe("the images that values name", () => {
  it("are read as charts take them, without a tag where the chart has one", () => {
    const values = {
      image: { repository: "ghcr.io/one" },
      server: { image: { registry: "quay.io", repository: "two", tag: "v2" } },
      sidecars: [{ proxyImage: "docker.io/three:3" }],
      imagePullPolicy: "Always",
    };

    expect(imagesNamedIn(values)).toEqual(["ghcr.io/one", "quay.io/two:v2", "docker.io/three:3"]);
  });
});

describe("an image's reference", () => {
  const registries = { "quay.io": "registry.example/quay.io" };

  it.each([
    ["quay.io/argoproj/argocd:v3.4.4", "quay.io/argoproj/argocd", "v3.4.4"],
    ["registry.example/quay.io/argoproj/argocd:v3.4.4", "quay.io/argoproj/argocd", "v3.4.4"],
    ["registry.example:5000/thing", "registry.example:5000/thing", undefined],
    ["alpine/git:2", "docker.io/alpine/git", "2"],
    ["nginx", "docker.io/nginx", undefined],
  ])("is known by its name upstream: %s", (text, name, version) => {
    expect(imageReference(text, registries)).toEqual({ name, version });
  });

  it("keeps the digest that it is pinned by", () => {
    expect(imageReference(`quay.io/a:1@${DIGEST}`, {})).toEqual({
      name: "quay.io/a",
      version: "1",
      digest: DIGEST,
    });
    expect(imageReference(`quay.io/a@${DIGEST}`, {})).toEqual({
      name: "quay.io/a",
      version: undefined,
      digest: DIGEST,
    });
  });

  it("is none where a template would still fill it in", () => {
    expect(imageReference("{{ .image }}", {})).toBeUndefined();
  });
});
