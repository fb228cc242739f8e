import { expect, it } from "vitest";
import { reachOf } from "../../../operate/synth/reach-of-change";

const reach = (...changed: string[]) =>
  reachOf(changed, {
    platform: "./examples/river-authority/",
    bundled: new Set(["src/stacks/tenant.ts", "examples/river-authority/products.ts"]),
  });

it("is the products among the changed files", () => {
  expect(
    reach("docs/tenants.md", "examples/river-authority/tenants/maps/river-maps.yaml", "tools/cli/synth.ts"),
  ).toEqual({ files: ["examples/river-authority/tenants/maps/river-maps.yaml"] });
});

it("is nothing after a change that no synth of tenants reads", () => {
  expect(
    reach("docs/tenants.md", "examples/harbour-trust/tenants/x/y.yaml", "src/addons/loki/loki.ts"),
  ).toEqual({
    files: [],
  });
});

it.each([
  "src/stacks/tenant.ts",
  "examples/river-authority/products.ts",
  "examples/river-authority/access/live.yaml",
  "package-lock.json",
  "src/constructs/manifests-chart/templates/objects.yaml",
])("is every tenant after a change of %s, which it names", (file) => {
  expect(reach("examples/river-authority/tenants/maps/river-maps.yaml", file)).toEqual({ because: file });
});
