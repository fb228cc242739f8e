import { expect, test } from "vitest";
import { podOf } from "../../../checks/api-server/release-objects";
import type { JsonMap } from "../../../terraform-json/json-map";

const podIn = (kind: string, spec: JsonMap) => {
  const object = { apiVersion: "apps/v1", kind, metadata: { name: "tempo", namespace: "monitoring" }, spec };
  return podOf({ place: "helm_release.tempo", object, isCompared: false }).map((one) => one.object.spec);
};

const template = { spec: { containers: [], volumes: [{ name: "config", emptyDir: {} }] } };

test("the pod of a StatefulSet has a volume for each of its claims", () => {
  expect(
    podIn("StatefulSet", { template, volumeClaimTemplates: [{ metadata: { name: "storage" } }] }),
  ).toEqual([
    {
      containers: [],
      volumes: [
        { name: "config", emptyDir: {} },
        { name: "storage", persistentVolumeClaim: { claimName: "storage" } },
      ],
    },
  ]);
});

test("the pod of any other workload is its template", () => {
  expect(podIn("Deployment", { template })).toEqual([template.spec]);
});

test("what runs no pods has none", () => {
  expect(podIn("ConfigMap", { template })).toEqual([]);
});
