import { describe, expect, it } from "vitest";
import { Release } from "@cdktf/provider-helm/lib/release";
import { STORAGE_CLASS } from "../../../../src/addons/aws-ebs-csi-driver/rules";
import { problemsWith } from "../../../support/environments";
import { everyAddon } from "../../../support/services";
import { clusterServicesWith } from "../../../support/stacks";

const problemsOf = (storageClasses: unknown) =>
  problemsWith({ addons: { ebsCsiDriver: { values: { storageClasses } } } });

describe("addons.ebsCsiDriver.values.storageClasses", () => {
  it("may add a class to the one that volumes of add-ons name", () => {
    expect(problemsOf([{ name: STORAGE_CLASS }, { name: "fast" }])).toEqual([]);
  });

  it.each([
    ["a list without it", [{ name: "fast" }]],
    ["a list without it", []],
    ["no list", null],
  ])("may not drop that class: %s", (got, classes) => {
    expect(problemsOf(classes)).toEqual([
      "production clusters.govuk.addons.ebsCsiDriver.values.storageClasses: expected a list with the class ebs-gp3, " +
        `which volumes of add-ons name, got ${got}; a list replaces the add-on's as a whole: add that class to it`,
    ]);
  });

  it("concerns the class of every volume that an add-on asks for", () => {
    const text = JSON.stringify(clusterServicesWith(everyAddon).all(Release)).replaceAll("\\", "");
    const named = [...text.matchAll(/"storageClass(?:Name)?":\s*"([^"]+)"/g)].map(([, name]) => name);

    expect(new Set(named)).toEqual(new Set([STORAGE_CLASS]));
  });
});
