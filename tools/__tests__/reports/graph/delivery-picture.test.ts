import { describe, expect, test } from "vitest";
import { deliveryPicture } from "../../../reports/graph/delivery-picture";
import { organisation } from "../../../../__tests__/support/organisation";
import { defineEnvironment, ephemeral } from "../../../../__tests__/support/organisation";
import { environment, noAccess } from "../../../../__tests__/support/environments";
import { mainCluster } from "../../../../src/settings/environment/environment";
import { environments } from "../../../../__tests__/support/platform";
import { smallTenants } from "../../../../__tests__/support/tenants";

const pictureOf = (name: string) =>
  deliveryPicture(mainCluster(environments.find((one) => one.name === name)!), smallTenants);

const path = ({ arrows }: ReturnType<typeof pictureOf>) => arrows.map(({ from, to }) => `${from} → ${to}`);

describe("the picture of delivery", () => {
  test("leads from a push to pods and on to the next environment", () => {
    expect(path(pictureOf("integration"))).toEqual(
      expect.arrayContaining([
        "repositories → build",
        "build → registry",
        "build → integration",
        "integration → charts",
        "charts → argo-cd",
        "argo-cd → pods",
        "argo-cd → integration",
        "integration → tags of staging",
      ]),
    );
  });

  test("passes every environment before the last one, and ends there", () => {
    const production = path(pictureOf("production"));

    expect(production).toEqual(
      expect.arrayContaining([
        "build → integration",
        "integration → staging",
        `${organisation.promotion.at(-2)} → charts`,
      ]),
    );
    expect(production.filter((step) => step.includes("tags of"))).toEqual([]);
  });

  test("says when production is frozen", () => {
    const { boxes } = pictureOf("production");

    expect(boxes.find(({ id }) => id === "argo-cd")!.lines).toEqual(["deny 0 17 * * 5 for 63 hours"]);
  });

  test.each(["integration", "staging", "production"])(
    "draws no arrow of %s to a box that is not there",
    (name) => {
      const { boxes, arrows } = pictureOf(name);
      const ids = new Set(boxes.map(({ id }) => id));

      expect(arrows.filter(({ from, to }) => !ids.has(from) || !ids.has(to))).toEqual([]);
    },
  );

  test("stops where nothing is promoted or deployed", () => {
    const unpromoted = deliveryPicture(environment({ addons: { argoWorkflows: false } }), smallTenants);
    const undeployed = deliveryPicture(
      mainCluster(defineEnvironment(ephemeral({ id: "eph-abc", cluster: { access: noAccess } }))),
      smallTenants,
    );

    expect(path(unpromoted).at(-1)).toBe("registry → pods");
    expect(path(undeployed).at(-1)).toBe("build → registry");
  });
});
