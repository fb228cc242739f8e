import { describe, expect, it } from "vitest";
import { problemsWith } from "../../../support/environments";

const existing = {
  id: "vpc-0a1b2c3d4e5f67890",
  cidr: "10.13.0.0/16",
  internetGatewayId: "igw-0a1b2c3d4e5f67890",
  privateSubnetIds: { rds_a: "subnet-0a1b2c3d4e5f67890", rds_b: "subnet-0a1b2c3d4e5f67891" },
  privateRouteTableIds: ["rtb-0a1b2c3d4e5f67890"],
};

const problemsOfExisting = (overrides: object, rest: object = {}) =>
  problemsWith({ network: { vpc: { existing: { ...existing, ...overrides } } }, ...rest });

describe("an existing VPC", () => {
  it("may be used", () => {
    expect(problemsOfExisting({})).toEqual([]);
  });

  it.each<[string, object, string, string, string]>([
    ["VPC", { id: "govuk" }, "id", "vpc", "govuk"],
    ["internet gateway", { internetGatewayId: "vpc-0a1b2c3d" }, "internetGatewayId", "igw", "vpc-0a1b2c3d"],
    ["route table", { privateRouteTableIds: ["rtb-1"] }, "privateRouteTableIds[0]", "rtb", "rtb-1"],
    [
      "subnet",
      { privateSubnetIds: { ...existing.privateSubnetIds, cache: "subnet" } },
      "privateSubnetIds.cache",
      "subnet",
      "subnet",
    ],
  ])("is refused when its %s has no id of AWS", (_, overrides, path, kind, got) => {
    expect(problemsOfExisting(overrides)).toEqual([
      `production network.vpc.existing.${path}: expected an id such as "${kind}-0a1b2c3d4e5f67890", got "${got}"; copy it from the AWS console`,
    ]);
  });

  it("is judged by its own range", () => {
    expect(problemsOfExisting({ cidr: "10.13.0.0/15" })[0]).toBe(
      'production network.vpc.existing.cidr: expected the address of a network, got "10.13.0.0/15"; write "10.12.0.0/15"',
    );
  });

  it("needs subnets for the database", () => {
    expect(problemsOfExisting({ privateSubnetIds: { rds_a: "subnet-0a1b2c3d4e5f67890" } })).toEqual([
      "production network.vpc.existing.privateSubnetIds: expected two subnets whose names begin with rds_, in different zones, got one; add some, or set grafanaDatabase and workflowsDatabase to false",
    ]);
  });

  it("is refused when two of its subnets are one", () => {
    const { rds_a, rds_b } = existing.privateSubnetIds;
    expect(
      problemsOfExisting({ privateSubnetIds: { rds_a, rds_b, cache_a: rds_b, cache_b: rds_b } }),
    ).toEqual(
      ["cache_a", "cache_b"].map(
        (name) =>
          `production network.vpc.existing.privateSubnetIds.${name}: expected a subnet of its own, got "${rds_b}", which rds_b is; write the id of the other subnet; RDS refuses a group of subnets in one zone`,
      ),
    );
  });
});
