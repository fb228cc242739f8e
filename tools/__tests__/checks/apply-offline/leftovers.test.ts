import { expect, test } from "vitest";
import { leftoversOf } from "../../../checks/apply-offline/leftovers";
import type { JsonMap } from "../../../terraform-json/json-map";

const kept = { metadata: { annotations: { "helm.sh/resource-policy": "keep" } } };

test("finds what a destroy left, and not what was there before or is to stay", () => {
  const before = new Map([["StorageClass gp2", {}]]);
  const after = new Map<string, JsonMap>([
    ["StorageClass gp2", {}],
    ["ConfigMap monitoring/left", { metadata: {} }],
    ["ConstraintTemplate ours", kept],
    ["CustomResourceDefinition things.example", {}],
  ]);

  const found = leftoversOf(before, after);
  expect(found).toHaveLength(1);
  expect(found[0]).toContain("ConfigMap monitoring/left: expected nothing after the destroy");
});
