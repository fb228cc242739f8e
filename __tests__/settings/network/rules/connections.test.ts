import { describe, expect, it } from "vitest";
import { problemsWith } from "../../../support/environments";
import { legacySubnets } from "../../../../src/platform/legacy-subnets";
import type { NetworkSettings } from "../../../../src/settings/network/network";

const cidr = "10.13.0.0/16";
const vpc = { cidr, legacySubnets: legacySubnets(cidr, { neptune: false }) };
const problemsOf = (network: Partial<NetworkSettings>): readonly string[] =>
  problemsWith({ network: { vpc, ...network } });
const at = "production network";
const id = "tgw-0123456789abcdef0";

describe("blocked ranges", () => {
  it("may be any outside the VPC", () => {
    expect(problemsOf({ blockedRanges: ["198.51.100.0/24", "203.0.113.7/32"] })).toEqual([]);
  });

  it.each(["10.13.4.0/24", "0.0.0.0/0", "10.0.0.0/8"])(
    "are refused with %s, which the VPC is part of",
    (range) => {
      expect(problemsOf({ blockedRanges: [range] })).toEqual([
        `${at}.blockedRanges[0]: expected a range outside the VPC (10.13.0.0/16), got "${range}"; the VPC's own traffic never leaves it`,
      ]);
    },
  );

  it("are refused twice, and more of them than an ACL takes", () => {
    const many = Array.from({ length: 19 }, (_, index) => `198.51.100.${index}/32`);

    expect(problemsOf({ blockedRanges: many })).toEqual([
      `${at}.blockedRanges: expected 18 ranges at most, got 19; join neighbours to larger ranges`,
    ]);
    expect(problemsOf({ blockedRanges: ["198.51.100.0/24", "198.51.100.0/24"] })).toEqual([
      `${at}.blockedRanges[1]: expected each range once, got 198.51.100.0/24 again; remove it`,
    ]);
  });
});

describe("the transit gateway", () => {
  it("leads to networks outside the VPC", () => {
    expect(problemsOf({ transitGateway: { id, destinations: ["10.40.0.0/16"] } })).toEqual([]);
    expect(problemsOf({ transitGateway: { id, destinations: ["0.0.0.0/0"] } })).toEqual([
      `${at}.transitGateway.destinations[0]: expected a range outside the VPC (10.13.0.0/16), got "0.0.0.0/0"; the VPC's own traffic never leaves it`,
    ]);
  });

  it("is refused without an id and without a destination", () => {
    expect(problemsOf({ transitGateway: { id: "gateway", destinations: [] } })).toEqual([
      `${at}.transitGateway.id: expected the id of a transit gateway, got "gateway"; copy it: aws ec2 describe-transit-gateways`,
      `${at}.transitGateway.destinations: expected one range or more, got none; list the networks behind it`,
    ]);
  });

  it("is refused with a destination that is blocked", () => {
    expect(
      problemsOf({
        blockedRanges: ["10.40.0.0/15"],
        transitGateway: { id, destinations: ["10.40.0.0/16"] },
      }),
    ).toEqual([
      `${at}.transitGateway.destinations[0]: expected a range that blockedRanges leaves open, got "10.40.0.0/16"; 10.40.0.0/15 has all of it: leave one of the two out`,
    ]);
  });
});

describe("servers of time", () => {
  it.each([[["10.40.0.123"]], [["10.40.0.1", "10.40.0.2", "10.40.0.3", "10.40.0.4"]]])(
    "may be %j",
    (timeServers) => {
      expect(problemsOf({ vpc: { ...vpc, timeServers } })).toEqual([]);
    },
  );

  it("are refused by name", () => {
    expect(problemsOf({ vpc: { ...vpc, timeServers: ["ntp.example"] } })).toEqual([
      `${at}.vpc.timeServers[0]: expected an IPv4 address such as "10.1.0.123", got "ntp.example"; DHCP takes no names`,
    ]);
  });

  it.each([[[]], [["10.0.0.1", "10.0.0.2", "10.0.0.3", "10.0.0.4", "10.0.0.5"]]])(
    "are refused as %j",
    (timeServers) => {
      expect(problemsOf({ vpc: { ...vpc, timeServers } })).toEqual([
        `${at}.vpc.timeServers: expected one address to 4, got ${timeServers.length}; leave it out for AWS's own, 169.254.169.123`,
      ]);
    },
  );
});
