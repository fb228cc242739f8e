import { describe, expect, it } from "vitest";
import { environment, productionLike, problemsWith } from "../../../support/environments";

const { vpc } = productionLike.network;

const problemsOfZones = (zones: Record<string, string>, rest: object = {}) =>
  problemsWith({
    network: { vpc: { cidr: "10.13.0.0/16" }, zones, ...rest },
    grafanaDatabase: false,
    workflowsDatabase: false,
  });

describe("regions and zones", () => {
  it("refuse a region that nobody knows and guess the one that was meant", () => {
    expect(problemsWith({ region: "eu-vest-1" })).toEqual([
      'production region: expected a region of EKS, got "eu-vest-1"; did you mean "eu-west-1"?',
    ]);
  });

  it("refuse a region that is like none", () => {
    expect(problemsWith({ region: "mars" })).toEqual([
      'production region: expected a region of EKS, got "mars"; see src/settings/network/regions.ts',
    ]);
  });

  it("refuse a zone of another region", () => {
    expect(problemsOfZones({ a: "eu-west-1a", b: "eu-west-2b" })).toEqual([
      'production network.zones.b: expected an availability zone of eu-west-1, got "eu-west-2b"; write one such as "eu-west-1a"',
    ]);
  });

  it("refuse a region in place of a zone", () => {
    expect(problemsOfZones({ a: "eu-west-1a", b: "eu-west-1" })).toEqual([
      'production network.zones.b: expected an availability zone of eu-west-1, got "eu-west-1"; write one such as "eu-west-1a"',
    ]);
  });

  it("refuse a single zone", () => {
    expect(problemsOfZones({ a: "eu-west-1a" })).toEqual([
      "production network.zones: expected two availability zones at least, got 1; EKS needs two; add some",
    ]);
  });

  it("refuse more zones than an account has in the region, as the default has", () => {
    expect(
      problemsWith({
        region: "us-west-1",
        network: { vpc: { cidr: "10.13.0.0/16" } },
        grafanaDatabase: false,
        workflowsDatabase: false,
      }),
    ).toEqual([
      "production network.zones: expected the 2 zones that an account has in us-west-1, got us-west-1a, us-west-1b, us-west-1c; write those that aws ec2 describe-availability-zones --region us-west-1 lists",
    ]);
  });

  it("refuse one zone under two letters", () => {
    expect(problemsOfZones({ a: "eu-west-1a", b: "eu-west-1a" })).toEqual([
      "production network.zones: expected a different availability zone for each letter, got eu-west-1a, eu-west-1a; write each zone once",
    ]);
  });

  it("refuse a zone named by more than a letter", () => {
    const tier = (third: number) => ({ a: `10.13.${third}.0/24`, first: `10.13.${third + 1}.0/24` });
    const subnets = { controlPlane: tier(10), public: tier(20), private: tier(30) };

    expect(problemsOfZones({ a: "eu-west-1a", first: "eu-west-1b" }, { subnets })).toEqual([
      'production network.zones.first: expected one letter as the name, got "first"; call it "a", "b" …',
    ]);
  });

  it("refuse a tier that leaves a zone out", () => {
    const subnets = { public: { a: "10.13.20.0/24", b: "10.13.21.0/24" } };

    expect(problemsWith({ network: { vpc, subnets } })).toEqual([
      "production clusters.govuk.subnets.public: expected a subnet in each of the zones a, b, c, got subnets in a, b; write one CIDR for each letter of network.zones",
    ]);
  });

  it("refuse a tier in a zone that nobody named", () => {
    const subnets = { private: { a: "10.13.24.0/22", b: "10.13.28.0/22", d: "10.13.32.0/22" } };

    expect(problemsWith({ network: { vpc, subnets } })).toEqual([
      "production clusters.govuk.subnets.private: expected a subnet in each of the zones a, b, c, got subnets in a, b, d; write one CIDR for each letter of network.zones",
    ]);
  });

  it("refuse a legacy subnet in a zone that nobody named", () => {
    const legacySubnets = { cache: { cidr: "10.13.4.0/24", zone: "d" } };

    expect(
      problemsWith({
        network: { vpc: { cidr: "10.13.0.0/16", legacySubnets } },
        grafanaDatabase: false,
        workflowsDatabase: false,
      }),
    ).toEqual([
      'production network.vpc.legacySubnets.cache.zone: expected one of a, b, c, got "d"; write a letter of network.zones',
    ]);
  });

  it("give the standard layout to the zones there are", () => {
    const { network } = environment({
      region: "us-west-1",
      network: { vpc: { cidr: "10.13.0.0/16" }, zones: { a: "us-west-1a", c: "us-west-1c" } },
      grafanaDatabase: false,
      workflowsDatabase: false,
    });

    expect(network.subnets.public).toEqual({ a: "10.13.20.0/24", c: "10.13.22.0/24" });
  });
});
