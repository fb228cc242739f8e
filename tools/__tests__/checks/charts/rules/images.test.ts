import { describe, expect, it } from "vitest";
import { mirroredEnvironment } from "../../../../checks/charts/mirrored-environment";
import { everyHostIsKnown, hostOf, imagesComeFromMirrors } from "../../../../checks/charts/rules/images";
import { mainCluster } from "../../../../../src/settings/environment/environment";
import { environment } from "../../../../../__tests__/support/environments";
import { deployment, rendered } from "../../../../../__tests__/support/rendered";

const mirrored = environment({ addons: { registries: { "ghcr.io": "mirror.example/github" } } });
const unmirrored = environment({ addons: { registries: {} } });
const problems = (container: string, own = mirrored) =>
  imagesComeFromMirrors(rendered(deployment({ container })), own);

describe("images", () => {
  it("come from the mirror of their host", () => {
    expect(problems("image: mirror.example/github/dexidp/dex:v2")).toEqual([]);
    expect(problems("image: ghcr.io/dexidp/dex:v2")).toEqual([
      "Deployment dex: expected ghcr.io/dexidp/dex:v2 from mirror.example/github",
    ]);
  });

  it("come from anywhere where nothing is mirrored, and from hosts that are not", () => {
    expect(problems("image: ghcr.io/dexidp/dex:v2", unmirrored)).toEqual([]);
    expect(problems("image: quay.io/dexidp/dex:v2")).toEqual([]);
  });

  it("that a program is told to use do as well", () => {
    expect(problems('args: ["--reloader=ghcr.io/org/reloader:v1", "see ghcr.io/org"]')).toEqual([
      "Deployment dex: expected ghcr.io/org/reloader:v1 from mirror.example/github",
    ]);
  });

  it("come from no unheard-of host where everything is mirrored", () => {
    const unknown = (image: string, own = mainCluster(mirroredEnvironment())) =>
      everyHostIsKnown(rendered(deployment({ container: `image: ${image}` })), own);

    expect(unknown("mirror.example/ghcr.io/dexidp/dex:v2")).toEqual([]);
    expect(unknown("nvcr.io/dex:v2")).toEqual([
      "Deployment dex: nvcr.io/dex:v2 comes from a host that no mirror is listed for",
    ]);
    expect(unknown("nvcr.io/dex:v2", mirrored)).toEqual([]);
  });

  it.each([
    ["busybox:1", "docker.io"],
    ["grafana/grafana:13", "docker.io"],
    ["quay.io/a/b:1", "quay.io"],
    ["localhost:5000/a", "localhost:5000"],
  ])("such as %s are pulled from %s", (image, host) => {
    expect(hostOf(image)).toBe(host);
  });
});
