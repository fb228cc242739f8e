import { describe, expect, it } from "vitest";
import { problemsWith } from "../../../support/environments";
import { legacySubnets } from "../../../../src/platform/legacy-subnets";
import type { ExtraRoute, NetworkSettings } from "../../../../src/settings/network/network";

const cidr = "10.13.0.0/16";
const vpc = { cidr, legacySubnets: legacySubnets(cidr, { neptune: false }) };
const problemsOf = (routes: readonly ExtraRoute[], rest: Partial<NetworkSettings> = {}) =>
  problemsWith({ network: { vpc, routes, ...rest } });
const at = "production network.routes";
const by = { vpcPeering: "pcx-0123456789abcdef0" };

describe("routes", () => {
  it.each([
    by,
    { virtualPrivateGateway: "vgw-0123456789abcdef0" },
    { transitGateway: "tgw-0123456789abcdef0" },
    { networkInterface: "eni-0123456789abcdef0" },
  ])("may lead by %j", (target) => {
    expect(problemsOf([{ to: "10.40.0.0/16", by: target }])).toEqual([]);
  });

  it("are refused into the VPC, to no range, and twice", () => {
    expect(problemsOf([{ to: "10.13.4.0/24", by }])).toEqual([
      `${at}[0].to: expected a range outside the VPC (10.13.0.0/16), got "10.13.4.0/24"; the VPC's own traffic never leaves it`,
    ]);
    expect(problemsOf([{ to: "home", by }])).toEqual([
      `${at}[0].to: expected an IPv4 CIDR such as "10.1.0.0/16", got "home"; write four numbers, a slash and the prefix length`,
    ]);
    expect(
      problemsOf([
        { to: "10.40.0.0/16", by },
        { to: "10.40.0.0/16", by },
      ]),
    ).toEqual([`${at}[1].to: expected one route for each range, got 10.40.0.0/16 again; remove it`]);
  });

  it("are refused by a target whose id is of another kind", () => {
    expect(problemsOf([{ to: "10.40.0.0/16", by: { vpcPeering: "vpc-0123456789abcdef0" } }])).toEqual([
      `${at}[0].by.vpcPeering: expected an id such as "pcx-0a1b2c3d4e5f67890", got "vpc-0123456789abcdef0"; copy it: aws ec2 describe-vpc-peering-connections`,
    ]);
  });

  it("are refused where the transit gateway leads, and to blocked ranges", () => {
    expect(
      problemsOf([{ to: "10.40.0.0/16", by }], {
        transitGateway: { id: "tgw-0123456789abcdef0", destinations: ["10.40.0.0/16"] },
      }),
    ).toEqual([
      `${at}[0].to: expected a range that transitGateway does not lead to, got "10.40.0.0/16"; leave one out`,
    ]);
    expect(problemsOf([{ to: "10.40.0.0/16", by }], { blockedRanges: ["10.40.0.0/15"] })).toEqual([
      `${at}[0].to: expected a range that blockedRanges leaves open, got "10.40.0.0/16"; 10.40.0.0/15 has all of it: leave one of the two out`,
    ]);
  });

  it("are refused beyond what a route table takes", () => {
    const many = Array.from({ length: 41 }, (_, index) => ({ to: `10.40.${index}.0/24`, by }));
    expect(problemsOf(many)).toEqual([
      `${at}: expected 40 ranges at most, got 41; join neighbours to larger ranges`,
    ]);
  });
});
