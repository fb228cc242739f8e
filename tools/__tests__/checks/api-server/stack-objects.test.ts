import { expect, test } from "vitest";
import { stackObjects, unknownTypes } from "../../../checks/api-server/stack-objects";

const resource = {
  kubernetes_limit_range_v1: { limits: { metadata: { name: "containers", namespace: "apps" } } },
  kubernetes_namespace_v1: {
    apps: {
      "//": { metadata: { path: "cluster-access-integration/namespaces/apps" } },
      metadata: { name: "apps" },
    },
  },
};

test("gives a stack's objects with their constructs, namespaces first", () => {
  expect(stackObjects({ resource }).map(({ place, isCompared }) => [place, isCompared])).toEqual([
    ["cluster-access-integration/namespaces/apps", true],
    ["kubernetes_limit_range_v1.limits", true],
  ]);
});

test("names a type that no object is known for, and none that changes another's object", () => {
  const others = { kubernetes_job_v1: {}, kubernetes_annotations: {}, helm_release: {} };

  expect(unknownTypes({ resource: { ...resource, ...others } })).toEqual(["kubernetes_job_v1"]);
});
