import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { scopeOf, SEVERAL_PRODUCTS } from "../../../operate/tenants/scope";

const scope = (...changed: string[]) => scopeOf(changed, "src/platform/tenants");

it("is one product, whatever else changed", () => {
  expect(scope("docs/tenants.md", "src/platform/tenants/maps/tides.yaml")).toEqual({
    text: "maps/tides",
    isWrong: false,
  });
});

it("refuses two products, removed ones and odd endings among them", () => {
  expect(scope("src/platform/tenants/maps/tides.yaml", "src/platform/tenants/floods/warnings.yml")).toEqual({
    text: "T32 expected a change to one product, got 2: floods/warnings, maps/tides; open a pull request for each, or have an engineer of the platform put the label several-products on this one",
    isWrong: true,
  });
});

it("says so where no product changed", () => {
  expect(scope("src/platform/tenants/teams.ts").text).toBe("src/platform/tenants: no product changed");
});

it("is checked on every pull request without the label", () => {
  const workflow = readFileSync(".github/workflows/tenants.yml", "utf8");

  expect(workflow).toContain(`!contains(github.event.pull_request.labels.*.name, '${SEVERAL_PRODUCTS}')`);
  expect(workflow).toContain("npm run --silent tenant -- scope --base HEAD^1");
});
