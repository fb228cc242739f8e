import { expect, it } from "vitest";
import { machineWith } from "../../../__tests__/support/fake-programs";
import { reach, verdictOf } from "../../verify/reach";
import { EMPTY } from "../../checks/reach/inventory";

it("says that Helm is missing where it can be neither found nor built", async () => {
  machineWith({});

  expect(await reach(() => undefined, new AbortController().signal)).toEqual({
    tool: "reach",
    version: "",
    checked: "",
    findings: [],
    missing: "neither helm nor Go, which builds it, was found",
  });
});

it("finds what a level reaches, and tells which releases were not looked into", () => {
  const inventory = {
    ...EMPTY,
    namespaces: [{ name: "platform", tenant: false, podSecurity: true }],
    policies: [{ group: "people", policy: "AmazonEKSSecretReaderPolicy" }],
  };
  const cluster = { cluster: "one", inventory, releases: 1, notRendered: ["argo-cd: no chart"] };

  expect(verdictOf([cluster], new Date("2026-12-31T12:00:00Z"))).toMatchObject({
    findings: ["level people reaches the platform's secrets (platform): reads Secrets in platform [one]"],
    notChecked: ["NOT RENDERED argo-cd: no chart [one]"],
  });
});
