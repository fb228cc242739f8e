import { expect, it } from "vitest";
import { affectedBy } from "../../../src/settings/products/affected";
import { riverAuthority } from "../../support/river-authority";

const tenants = riverAuthority.tenants.products!.tenants;
const affected = (...files: string[]) =>
  [...affectedBy(new Set(files.map((file) => `examples/river-authority/tenants/${file}`)), tenants)]
    .map(({ ref }) => ref)
    .sort();

it("is every tenant of a changed file, and each that names one of them", () => {
  expect(affected("warnings/flood-warnings.yaml")).toEqual([
    "flood-warnings/dev",
    "flood-warnings/live",
    "river-maps/dev",
    "river-maps/live",
  ]);
});

it("is no tenant of another file", () => {
  expect(affected("maps/removed.yaml")).toEqual([]);
});

it("is every tenant without a list of files", () => {
  expect(affectedBy(undefined, tenants).size).toBe(tenants.length);
});
