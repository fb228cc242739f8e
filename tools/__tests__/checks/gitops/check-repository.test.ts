import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import {
  inAnyOrder,
  overlaysIn,
  strayObjects,
  withComponentsReversed,
} from "../../../checks/gitops/overlays";
import { inTemporaryFolder } from "../../../kit/temporary-folder";

const OVERLAY = "management-clusters/hub/organizations/north/workload-clusters/preview/shop";

const write = (path: string, text: string): void => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
};

test("finds the folders of namespaces, and no base", async () => {
  await inTemporaryFolder("template", (folder) => {
    write(join(folder, OVERLAY, "kustomization.yaml"), "");
    write(join(folder, "bases/environments/stages/live/kustomization.yaml"), "");

    expect(overlaysIn(folder)).toEqual([OVERLAY]);
    return Promise.resolve();
  });
});

test("names objects that are not in the namespace of their folder", () => {
  const object = (kind: string, namespace?: string) =>
    JSON.stringify({ kind, metadata: { name: "a", ...(namespace && { namespace }) } });

  expect(
    strayObjects(
      OVERLAY,
      [object("Service", "shop"), object("Job", "permits"), object("ClusterRole")].join("\n---\n"),
    ),
  ).toEqual([
    `${OVERLAY}: expected Job a in namespace shop, got permits; set namespace in its kustomization.yaml`,
    `${OVERLAY}: expected ClusterRole a in namespace shop, got none; set namespace in its kustomization.yaml`,
  ]);
});

test("turns components round, to see whether two change one field", async () => {
  await inTemporaryFolder("template", (folder) => {
    write(join(folder, OVERLAY, "kustomization.yaml"), "namespace: shop\ncomponents: [stage, region]\n");

    expect(JSON.parse(withComponentsReversed(folder, OVERLAY))).toEqual({
      namespace: "shop",
      components: ["region", "stage"],
    });
    return Promise.resolve();
  });
});

test("sees no difference in the order of named items, and one in their values", () => {
  const env = (...items: readonly (readonly [string, string])[]) =>
    JSON.stringify({ env: items.map(([name, value]) => ({ name, value })) });
  const one = inAnyOrder(env(["STAGE", "live"], ["REGION", "west"]));

  expect(inAnyOrder(env(["REGION", "west"], ["STAGE", "live"]))).toBe(one);
  expect(inAnyOrder(env(["STAGE", "west"], ["REGION", "live"]))).not.toBe(one);
});
