import { describe, expect, it } from "vitest";
import { ephemeral, organisation } from "../../support/organisation";
import { permanentSettings } from "../../../src/platform/environments";
import { namespacesOf, verifiedImages } from "../../../src/settings/namespaces/namespaces";
import { environment, mainClustersOf, problemsWith, withoutAccess } from "../../support/environments";

describe("signatures of images", () => {
  it.each(mainClustersOf(permanentSettings))("are reported in $name, and refuse nothing", ({ addons }) => {
    expect(addons.kyverno).toEqual({ values: {}, enforce: false });
  });

  it("are asked for by an environment that says so", () => {
    expect(environment({ addons: { kyverno: { enforce: true } } }).addons.kyverno).toMatchObject({
      enforce: true,
    });
  });

  it("are nobody's business in an environment for a few days", () => {
    const [living] = mainClustersOf([withoutAccess(ephemeral({ id: "eph-test" }))]);

    expect(living!.addons.kyverno).toBe(false);
  });

  it("are looked at in all namespaces of applications and in none of the platform's own", () => {
    const labelled = Object.entries(namespacesOf(organisation))
      .filter(([, { labels }]) => Object.keys(verifiedImages(organisation)).every((label) => label in labels))
      .map(([name]) => name);

    expect(labelled).toEqual(["apps", "licensify", "datagovuk"]);
  });

  it("are asked for or not, and nothing between", () => {
    const addons = { kyverno: { enforce: "warn" } };

    expect(problemsWith({ addons }).join("\n")).toContain("addons.kyverno.enforce: expected");
  });

  it("are not looked at unless somebody measures how that goes", () => {
    expect(problemsWith({ addons: { prometheusOperatorCrds: false } }).join("\n")).toContain(
      "since kyverno needs it for its ServiceMonitor",
    );
  });
});
