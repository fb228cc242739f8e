import { expect, it } from "vitest";
import { platform as fleet } from "../../../examples/giant-swarm";
import { platform as govuk } from "../../../src/platform";
import { tenantsIn } from "../../../src/settings/define/products";
import { organisation } from "../../support/organisation";

it("finds teams and applications in the files of products", () => {
  expect(tenantsIn(govuk.products, organisation).applications.length).toBeGreaterThan(10);
});

it("finds none in a platform without products", () => {
  expect(fleet.products).toBeUndefined();
  expect(tenantsIn(fleet.products, organisation)).toEqual({ teams: [], applications: [] });
});
