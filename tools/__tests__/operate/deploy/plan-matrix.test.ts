import { expect, test } from "vitest";
import { planMatrix } from "../../../operate/deploy/plan-matrix";

const ORDER = {
  registry: ["ecr-production"],
  environments: { integration: [], staging: ["vpc-staging"], production: ["vpc-production"] },
  ephemeral: { "eph-a": ["vpc-eph-a"] },
  notDeployed: {},
  tenants: [],
  byHand: ["tfc-configuration"],
  gone: [],
};

test("has a job for each environment with anything to plan, each with the token of one environment", () => {
  expect(planMatrix(ORDER, "production")).toEqual([
    { environment: "staging", token: "staging", stacks: ["vpc-staging"] },
    { environment: "production", token: "production", stacks: ["ecr-production", "vpc-production"] },
    { environment: "eph-a", token: "ephemeral", stacks: ["vpc-eph-a"] },
  ]);
});
