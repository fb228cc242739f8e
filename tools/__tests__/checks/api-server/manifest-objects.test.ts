import { expect, test } from "vitest";
import { manifestObjects } from "../../../checks/api-server/manifest-objects";

const release = (chart: string, objects: readonly object[]) => ({
  chart,
  namespace: "platform",
  values: [JSON.stringify({ objects })],
});
const resource = {
  helm_release: {
    namespace: release("./assets/manifests-chart/0123", [
      { apiVersion: "v1", kind: "Namespace", metadata: { name: "maps" } },
      { apiVersion: "v1", kind: "ResourceQuota", metadata: { name: "quota", namespace: "maps" } },
    ]),
    dex: release("dex", [{ apiVersion: "v1", kind: "Secret", metadata: { name: "dex" } }]),
  },
};

test("gives the objects that a stack hands to Helm as they are, each in its namespace or the release's", () => {
  expect(
    manifestObjects({ resource }).map(({ place, object }) => [place, object.kind, object.metadata]),
  ).toEqual([
    ["helm_release.namespace", "Namespace", { name: "maps", namespace: "platform" }],
    ["helm_release.namespace", "ResourceQuota", { name: "quota", namespace: "maps" }],
  ]);
});

test("gives none of a stack without such releases", () => {
  expect(manifestObjects({ resource: { helm_release: { dex: resource.helm_release.dex } } })).toEqual([]);
  expect(manifestObjects({})).toEqual([]);
});
