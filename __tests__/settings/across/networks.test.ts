import { describe, expect, it } from "vitest";
import type { EnvironmentSettings } from "../../../src/settings/environment/environment";
import { legacySubnets } from "../../../src/platform/legacy-subnets";
import { noAccess, problemsOf, productionLike, withOneCluster } from "../../support/environments";

const withRange = (name: string, cidr: string): EnvironmentSettings => ({
  ...withOneCluster(productionLike),
  name,
  network: { vpc: { cidr, legacySubnets: legacySubnets(cidr, { neptune: false }) } },
  dns: { publishingDomain: `${name}.example.com` },
  clusters: { [name]: { access: noAccess } },
});

describe("the VPC of an environment", () => {
  it.each(["10.99.0.0/16", "172.31.0.0/16", "192.168.0.0/16", "100.127.0.0/16"])("may be %s", (cidr) => {
    expect(problemsOf(withRange("production", cidr))).toEqual([]);
  });

  it.each(["11.0.0.0/16", "172.32.0.0/16", "192.169.0.0/16", "100.128.0.0/16"])(
    "is refused as %s, which hosts on the internet own",
    (cidr) => {
      expect(problemsOf(withRange("production", cidr))).toEqual([
        `production network.vpc.cidr: expected a private range, got "${cidr}"; take one inside 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10: hosts on the internet own all others`,
      ]);
    },
  );

  it("is refused with addresses of another environment's", () => {
    expect(problemsOf(withRange("production", "10.7.0.0/16"), withRange("staging", "10.7.0.0/16"))).toEqual([
      'staging network.vpc.cidr: expected a range that production (10.7.0.0/16) leaves free, got "10.7.0.0/16"; move one of the two: VPCs with addresses in common can never be joined',
    ]);
  });

  it("may have the range of another that lives for days, which nothing is joined with", () => {
    expect(problemsOf(withRange("production", "10.7.0.0/16"), withRange("eph-a", "10.7.0.0/16"))).toEqual([]);
  });
});
