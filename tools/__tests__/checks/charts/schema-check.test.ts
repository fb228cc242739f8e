import { expect, test } from "vitest";
import { isKnown } from "../../../checks/charts/schema-check";

const object = (apiVersion: string) => ({ apiVersion, kind: "Any", metadata: { name: "any" } });

test.each(["v1", "apps/v1", "networking.k8s.io/v1"])("%s has kinds of Kubernetes' own", (apiVersion) => {
  expect(isKnown(object(apiVersion), [])).toBe(true);
});

test.each(["gateway.networking.k8s.io/v1", "gateway.k8s.aws/v1", "kyverno.io/v1"])(
  "%s has kinds that a release must bring",
  (apiVersion) => {
    expect(isKnown(object(apiVersion), [])).toBe(false);
  },
);
