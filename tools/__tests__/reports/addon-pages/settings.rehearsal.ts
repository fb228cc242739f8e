import { describe, expect, it } from "vitest";
import { readSettings } from "../../../reports/addon-pages/settings";

const settingsOf = readSettings();

describe("settings", () => {
  it("are what the environment's type has for the add-on, with what is said there", () => {
    expect(settingsOf("ebsCsiDriver")).toContainEqual({
      name: "reclaimPolicy",
      type: '"Retain" | "Delete"',
      text: "Fate of a volume once nothing claims it any more.",
      byDefault: "",
    });
  });

  it("include those that every add-on has", () => {
    expect(settingsOf("clusterAutoscaler").map(({ name }) => name)).toEqual([
      "installedBy",
      "values",
      "egress",
      "egress.reason",
      "egress.ports",
      "egress.cidrs",
    ]);
  });

  it("go down into maps and lists", () => {
    const names = settingsOf("externalSecrets").map(({ name }) => name);

    expect(names).toEqual([
      "stores",
      "stores.secretsManager",
      "stores.parameterStore",
      "secretsFrom",
      "secrets",
      "secrets[].path",
      "secrets[].name",
      "secrets[].namespace",
      "secrets[].keys",
      "forApplications",
      "forApplications[].path",
      "forApplications[].name",
      "forApplications[].namespace",
      "forApplications[].reason",
      "shared",
      "shared.store",
      "shared.names",
      "shared.reason",
      "values",
      "egress",
      "egress.reason",
      "egress.ports",
      "egress.cidrs",
    ]);
  });

  it("say what they are where they may be left out", () => {
    const keys = settingsOf("externalSecrets").find(({ name }) => name === "secrets[].keys");

    expect(keys).toMatchObject({ type: "string[]", byDefault: "all of them" });
  });

  it("borrow the words of their type where they have none", () => {
    const receivers = settingsOf("kubePrometheusStack").find(({ name }) => name === "alerting.receivers");

    expect(receivers?.text).toMatch(/^\w/);
  });
});
