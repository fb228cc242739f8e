import { expect, test } from "vitest";
import { leftOut } from "../../../operate/deploy/left-out";

const NOTHING = {
  registry: [],
  environments: { staging: ["vpc-staging"] },
  ephemeral: {},
  notDeployed: {},
  tenants: [],
  byHand: [],
  gone: [],
};

test("says who applies a changed ephemeral environment", () => {
  const ephemeral = { "eph-abc123": ["vpc-eph-abc123", "root-dns-eph-abc123"], "eph-other": [] };

  expect(leftOut({ ...NOTHING, ephemeral })).toEqual([
    "::notice::eph-abc123 is applied by ephemeral.yml and by no deploy: vpc-eph-abc123, root-dns-eph-abc123",
  ]);
});

test("warns about what nobody applies unless a person does", () => {
  expect(leftOut({ ...NOTHING, byHand: ["tfc-configuration"], gone: ["vpc-gone"] })).toEqual([
    "::warning::tfc-configuration sets up Terraform itself and is applied by hand",
    "::warning::vpc-gone is gone; what its workspace made stays until a person destroys it",
  ]);
});

test("says what a person applies first in an environment that is not deployed yet", () => {
  const notDeployed = { staging: [], production: ["vpc-production", "root-dns-production"] };

  expect(leftOut({ ...NOTHING, notDeployed })).toEqual([
    "::notice::production is not deployed yet: apply vpc-production, root-dns-production by hand, then set terraformCloud.environments.production.deployed",
  ]);
});

test("says nothing of what a deploy applies", () => {
  expect(leftOut(NOTHING)).toEqual([]);
});

test("says once that tenants have a workflow of their own", () => {
  expect(leftOut({ ...NOTHING, tenants: ["tenant-dev-maps", "tenant-live-maps"] })).toEqual([
    "::notice::2 stacks of tenants are applied by tenants-deploy.yml and by no deploy",
  ]);
});
