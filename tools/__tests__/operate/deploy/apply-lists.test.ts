import { expect, test } from "vitest";
import { applyLists } from "../../../operate/deploy/apply-lists";

const ORDER = {
  registry: ["ecr-production"],
  environments: { integration: [], production: ["vpc-production"] },
  ephemeral: { "eph-abc123": ["vpc-eph-abc123"] },
  notDeployed: { staging: ["vpc-staging"] },
  tenants: [],
  byHand: ["tfc-configuration"],
  gone: [],
};

test("gives an environment that is not deployed yet nothing to apply, so that promotion passes it", () => {
  expect(applyLists(ORDER)).toEqual({
    registry: ["ecr-production"],
    integration: [],
    staging: [],
    production: ["vpc-production"],
  });
});
