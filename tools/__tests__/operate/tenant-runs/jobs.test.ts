import { expect, it } from "vitest";
import { platform as river } from "../../../../examples/river-authority";
import { tenantStackId } from "../../../../src/names/tenant-names";
import { definePlatform } from "../../../../src/settings/define-platform";
import { tenantJobs } from "../../../operate/tenant-runs/jobs";
import { sampleProducts } from "../../../samples/tenants";

const small = definePlatform(river);

const large = definePlatform({
  ...river,
  products: sampleProducts(1_459, {
    live: { cluster: "live", zone: "eks.live.river-authority.example" },
    others: [{ cluster: "dev", zone: "eks.dev.river-authority.example" }],
    gitHub: "river-authority",
  }),
});
const ALL = large.tenants.products!.tenants.map(({ cluster, namespace }) =>
  tenantStackId(cluster, namespace),
);

it("are those of changed tenants alone, by environment", () => {
  expect(tenantJobs(["tenant-live-river-maps-live", "tenant-dev-river-maps-dev", "vpc-live"], small)).toEqual(
    [
      { environment: "dev", shard: 1, stacks: ["tenant-dev-river-maps-dev"] },
      { environment: "live", shard: 1, stacks: ["tenant-live-river-maps-live"] },
    ],
  );
});

it("are none where no tenant changed", () => {
  expect(tenantJobs(["vpc-live"], small)).toEqual([]);
});

it("leave out a tenant on hold", () => {
  const { products } = small.tenants;
  const held = products!.tenants.map((tenant) => ({
    ...tenant,
    settings: { ...tenant.settings, hold: { reason: "Its data moves", until: "2027-01-01" } },
  }));
  const tenants = { ...small.tenants, products: { ...products!, tenants: held } };

  expect(tenantJobs(["tenant-live-river-maps-live"], { ...small, tenants })).toEqual([]);
});

it("have every stack of the largest platform once, and fit a matrix of GitHub", () => {
  const jobs = tenantJobs(ALL, large);

  expect(jobs.flatMap(({ stacks }) => stacks).sort()).toEqual([...ALL].sort());
  expect(jobs.length).toBeLessThanOrEqual(256);
  expect(Math.max(...jobs.map(({ stacks }) => stacks.length))).toBeLessThanOrEqual(10);
});
