import { describe, expect, it } from "vitest";
import { productionLike, problemsWith } from "../../../support/environments";

const vpc = productionLike.network.vpc;

const problemsOfVpc = (cidr: string, rest: object = {}) =>
  problemsWith({ network: { vpc: { cidr }, ...rest }, grafanaDatabase: false, workflowsDatabase: false });

const problemsOfPublic = (a: string, rest: object = {}) =>
  problemsWith({
    network: { vpc, ...rest, subnets: { public: { a, b: "10.13.101.0/24", c: "10.13.102.0/24" } } },
  });

const problemsOfLegacy = (cidr: string) =>
  problemsWith({
    network: { vpc: { cidr: "10.13.0.0/16", legacySubnets: { cache: { cidr, zone: "a" } } } },
    grafanaDatabase: false,
    workflowsDatabase: false,
  });

describe("addresses", () => {
  it.each([
    ["ten", "ten"],
    ["an address alone", "10.13.0.0"],
    ["a prefix longer than an address", "10.13.0.0/33"],
    ["too few numbers", "10.13/16"],
    ["octal numbers", "010.13.0.0/16"],
    ["IPv6", "fd00::/16"],
    ["a space", "10.13.0.0/16 "],
    ["nothing", ""],
  ])("refuse %s as a CIDR", (_, cidr) => {
    expect(problemsOfVpc(cidr)).toEqual([
      `production network.vpc.cidr: expected an IPv4 CIDR such as "10.1.0.0/16", got ${JSON.stringify(cidr)}; write four numbers, a slash and the prefix length`,
    ]);
  });

  it("refuse an address inside a network as the network and tell the network", () => {
    expect(problemsOfVpc("10.13.7.1/16")).toEqual([
      'production network.vpc.cidr: expected the address of a network, got "10.13.7.1/16"; write "10.13.0.0/16"',
    ]);
  });

  it("refuse a VPC larger than AWS makes", () => {
    expect(problemsOfVpc("10.0.0.0/8", { subnets: tiersIn("10.0") })).toEqual([
      "production network.vpc.cidr: expected a prefix length from /16 to /28, got /8; AWS makes no other sizes",
    ]);
  });

  it("refuse a subnet smaller than AWS makes", () => {
    expect(problemsOfPublic("10.13.100.0/29")).toEqual([
      "production clusters.govuk.subnets.public.a: expected a prefix length from /16 to /28, got /29; AWS makes no other sizes",
    ]);
  });

  it("refuse a subnet that is not a CIDR", () => {
    expect(problemsOfPublic("10.13.100.0")).toEqual([
      'production clusters.govuk.subnets.public.a: expected an IPv4 CIDR such as "10.1.0.0/16", got "10.13.100.0"; write four numbers, a slash and the prefix length',
    ]);
  });

  it("refuse a subnet outside the VPC", () => {
    expect(problemsOfPublic("10.14.100.0/24")).toEqual([
      'production clusters.govuk.subnets.public.a: expected a subnet of 10.13.0.0/16, got "10.14.100.0/24"; move it inside network.vpc.cidr',
    ]);
  });

  it("refuse a legacy subnet outside the VPC", () => {
    expect(problemsOfLegacy("10.14.4.0/24")).toEqual([
      'production network.vpc.legacySubnets.cache.cidr: expected a subnet of 10.13.0.0/16, got "10.14.4.0/24"; move it inside network.vpc.cidr',
    ]);
  });

  it("refuse two subnets of one tier that overlap", () => {
    expect(problemsOfPublic("10.13.101.128/25")).toEqual([
      'production clusters.govuk.subnets.public.b: expected a range that clusters.govuk.subnets.public.a (10.13.101.128/25) leaves free, got "10.13.101.0/24"; move one of the two',
    ]);
  });

  it("refuse subnets of two tiers that overlap", () => {
    expect(problemsOfPublic("10.13.24.0/24")).toEqual([
      'production clusters.govuk.subnets.private.a: expected a range that clusters.govuk.subnets.public.a (10.13.24.0/24) leaves free, got "10.13.24.0/22"; move one of the two',
    ]);
  });

  it("refuse a legacy subnet that overlaps one of the cluster's", () => {
    expect(problemsOfLegacy("10.13.19.0/28")).toEqual([
      'production network.vpc.legacySubnets.cache.cidr: expected a range that clusters.govuk.subnets.controlPlane.a (10.13.19.0/28) leaves free, got "10.13.19.0/28"; move one of the two',
    ]);
  });

  it("may lie side by side", () => {
    expect(problemsOfPublic("10.13.100.0/24")).toEqual([]);
  });

  it("need a /16 for the standard layout", () => {
    expect(problemsOfVpc("10.13.0.0/20")).toEqual([
      "production clusters.govuk.subnets: expected a subnet in each of the zones a, b, c for each tier, got none; only a /16 has a standard layout",
    ]);
  });

  it("may be written down in a VPC that is no /16", () => {
    expect(problemsOfVpc("10.13.0.0/17", { subnets: tiersIn("10.13") })).toEqual([]);
  });
});

function tiersIn(prefix: string) {
  const tier = (first: number) =>
    Object.fromEntries(["a", "b", "c"].map((zone, index) => [zone, `${prefix}.${first + index}.0/24`]));
  return { controlPlane: tier(10), public: tier(20), private: tier(30) };
}
