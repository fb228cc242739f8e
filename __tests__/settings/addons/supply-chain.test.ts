import { describe, expect, it } from "vitest";
import { ephemeral, organisation } from "../../support/organisation";
import { permanentSettings } from "../../../src/platform/environments";
import { namespacesOf, verifiedImages } from "../../../src/settings/namespaces/namespaces";
import { environment, mainClustersOf, problemsWith, withoutAccess } from "../../support/environments";

describe("signatures of images", () => {
  it.each(mainClustersOf(permanentSettings).filter(({ addons: { kyverno } }) => kyverno && kyverno.unsigned))(
    "that are missing are reported in $name",
    ({ addons }) => {
      expect(addons.kyverno).toMatchObject({
        unsigned: { reason: expect.stringContaining("do not sign yet") },
      });
    },
  );

  it("are asked for by default", () => {
    expect(environment({}).addons.kyverno).toMatchObject({ unsigned: false });
  });

  it("are nobody's business in an environment for a few days", () => {
    const [living] = mainClustersOf([withoutAccess(ephemeral({ id: "eph-test" }))]);

    expect(living!.addons.kyverno).toBe(false);
  });

  it("are looked at in all namespaces of applications and in none of the platform's own", () => {
    const labelled = Object.entries(
      namespacesOf({
        organisation,
        addons: { flux: false, teleportKubeAgent: false },
        cluster: { gitops: "argo-cd" },
      }),
    )
      .filter(([, { labels }]) => Object.keys(verifiedImages(organisation)).every((label) => label in labels))
      .map(([name]) => name);

    expect(labelled).toEqual(["apps", "licensify", "datagovuk"]);
  });

  it.each([true, "warn", {}, null, { reason: 1 }])(
    "are not asked for by %o, which is no reason",
    (unsigned) => {
      const addons = { kyverno: { unsigned } } as object;

      expect(problemsWith({ addons }).join("\n")).toContain("addons.kyverno.unsigned");
    },
  );

  it("may be missing for a reason alone", () => {
    expect(problemsWith({ addons: { kyverno: { unsigned: { reason: "No workflow signs yet." } } } })).toEqual(
      [],
    );
    expect(problemsWith({ addons: { kyverno: { unsigned: { reason: "-" } } } })).toEqual([
      'production clusters.govuk.addons.kyverno.unsigned.reason: expected a sentence, got "-"; ' +
        "say which images are not signed yet, or write unsigned: false",
    ]);
  });

  it("are not looked at unless somebody measures how that goes", () => {
    expect(problemsWith({ addons: { prometheusOperatorCrds: false } }).join("\n")).toContain(
      "since kyverno needs it for its ServiceMonitor",
    );
  });
});
