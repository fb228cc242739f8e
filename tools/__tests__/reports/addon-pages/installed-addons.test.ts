import { describe, expect, it } from "vitest";
import { installedAddons } from "../../../reports/addon-pages/installed-addons";
import { environment, testEnvironment } from "../../../../__tests__/support/environments";

const addons = installedAddons(testEnvironment);
const named = (id: string) => addons.find((addon) => addon.id === id);

describe("installedAddons", () => {
  it("finds an add-on by its place in the stack, with its class and its switch", () => {
    expect(named("aws-ebs-csi-driver")).toMatchObject({
      className: "AwsEbsCsiDriver",
      section: { service: "ebsCsiDriver", settings: { reclaimPolicy: "Retain" } },
    });
  });

  it("finds one add-on at least for each switch", () => {
    const switches = Object.entries(testEnvironment.addons)
      .filter(([, settings]) => typeof settings === "object" && Object.hasOwn(settings, "values"))
      .map(([name]) => name);

    expect(switches.length).toBeGreaterThan(7);
    expect(new Set(addons.flatMap(({ section }) => section?.service ?? []))).toEqual(new Set(switches));
  });

  it("names what is installed before an add-on, in the order of the stack", () => {
    expect(named("prometheus-operator-crds")?.after).toEqual([]);
    expect(named("dex")?.after).toEqual([
      "prometheus-operator-crds",
      "external-secrets",
      "aws-load-balancer-controller",
    ]);
  });

  it("leaves out what is switched off", () => {
    const without = installedAddons(environment({ addons: { reloader: false } }));

    expect(without.map(({ id }) => id)).toEqual(addons.map(({ id }) => id).filter((id) => id !== "reloader"));
  });
});
