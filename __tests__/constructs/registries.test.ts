import { describe, expect, it } from "vitest";
import { mirroredImage, mirroredImageParts, mirroredRepository } from "../../src/constructs/registries";

const registries = {
  "ghcr.io": "mirror.example/github",
  "docker.io": "mirror.example/hub",
  "localhost:5000": "mirror.example/local",
  "charts.example": "oci://mirror.example/charts",
  "plain.example": "mirror.example:8443/charts",
};

describe("mirroredImage", () => {
  it.each([
    ["ghcr.io/dexidp/dex", "mirror.example/github/dexidp/dex"],
    ["localhost:5000/app", "mirror.example/local/app"],
    ["redis", "mirror.example/hub/library/redis"],
    ["library/redis", "mirror.example/hub/library/redis"],
    ["docker.io/library/redis", "mirror.example/hub/library/redis"],
    ["charts.example/app", "mirror.example/charts/app"],
  ])("pulls %s from %s", (image, mirrored) => {
    expect(mirroredImage(registries, image)).toBe(mirrored);
  });

  it.each([[registries], [{}], [undefined]])("pulls from upstream where %o has no mirror", (mirrors) => {
    expect(mirroredImage(mirrors, "public.ecr.aws/eks/app")).toBe("public.ecr.aws/eks/app");
  });
});

describe("mirroredImageParts", () => {
  it("are the host and the path of the image", () => {
    expect(mirroredImageParts(registries, "quay.io/prometheus/prometheus")).toEqual({
      registry: "quay.io",
      repository: "prometheus/prometheus",
    });
    expect(mirroredImageParts(registries, "ghcr.io/dexidp/dex")).toEqual({
      registry: "mirror.example",
      repository: "github/dexidp/dex",
    });
  });
});

describe("mirroredRepository", () => {
  it.each([
    ["https://plain.example", "https://mirror.example:8443/charts"],
    ["https://plain.example/stable/charts", "https://mirror.example:8443/charts/stable/charts"],
    ["https://charts.example/", "oci://mirror.example/charts"],
    ["oci://ghcr.io/prometheus/charts", "oci://mirror.example/github/prometheus/charts"],
  ])("fetches from %s through %s", (repository, mirrored) => {
    expect(mirroredRepository(registries, repository)).toBe(mirrored);
  });

  it.each([[registries], [{}], [undefined]])("fetches from upstream where %o has no mirror", (mirrors) => {
    expect(mirroredRepository(mirrors, "https://charts.dexidp.io/")).toBe("https://charts.dexidp.io/");
  });
});
