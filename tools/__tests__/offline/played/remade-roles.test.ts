import { expect, test } from "vitest";
import { isRemade } from "../../../offline/played/remade-roles";

const remade = { metadata: { name: "kyverno:admission-controller" }, rules: null };

test("knows a role that was made again after its release was destroyed, by all that it lacks", () => {
  expect(isRemade(remade)).toBe(true);
});

test.each([
  ["labels", { ...remade, metadata: { name: "a", labels: { "app.kubernetes.io/instance": "a" } } }],
  ["annotations", { ...remade, metadata: { name: "a", annotations: { "meta.helm.sh/release-name": "a" } } }],
  ["an aggregation of others", { ...remade, aggregationRule: { clusterRoleSelectors: [] } }],
  ["rules", { ...remade, rules: [{ apiGroups: [""], resources: ["pods"], verbs: ["get"] }] }],
])("leaves a role with %s alone", (_, role) => {
  expect(isRemade(role)).toBe(false);
});
