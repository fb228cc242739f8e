import { expect, test } from "vitest";
import { exampleEnvironments, synthesiseExamples } from "../../../samples/examples";
import { inTemporaryFolder } from "../../../kit/temporary-folder";
import { kindsInPlaceOf } from "../../../checks/api-server/try-clusters";
import { blocksOf } from "../../../terraform-json/blocks";
import { textOf } from "../../../terraform-json/json-map";

const NODE_POOLS = { kind: "CustomResourceDefinition", metadata: { name: "nodepools.karpenter.sh" } };
const KINDS = { "karpenter-crd": { definitions: [NODE_POOLS] } };

test("takes the kinds of a module for its release alone, and none where there are none", () => {
  expect(kindsInPlaceOf("karpenter-crd", KINDS)).toEqual([
    { place: "helm_release.karpenter-crd", object: NODE_POOLS, isCompared: false },
  ]);
  expect(kindsInPlaceOf("karpenter", KINDS)).toEqual([]);
  expect(kindsInPlaceOf("karpenter-crd", { "karpenter-crd": { missing: "no Go" } })).toEqual([]);
});

test("knows that release by the name that clusters give it", async () => {
  const byKarpenter = exampleEnvironments()
    .flatMap(({ clusters }) => clusters)
    .filter(({ cluster }) => cluster.compute.kind === "karpenter");
  const names = await inTemporaryFolder("try-clusters", (folder) =>
    Promise.resolve(
      synthesiseExamples(folder).flatMap(({ json }) =>
        Object.values(blocksOf(json, "helm_release")).map(({ name }) => textOf(name)),
      ),
    ),
  );

  expect(byKarpenter.length).toBeGreaterThan(0);
  expect(names.filter((name) => kindsInPlaceOf(name, KINDS).length > 0)).toHaveLength(byKarpenter.length);
});
