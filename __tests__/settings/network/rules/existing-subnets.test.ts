import { describe, expect, it } from "vitest";
import { problemsWith } from "../../../support/environments";
import { legacySubnets } from "../../../../src/platform/legacy-subnets";
import type { Nat, NetworkSettings } from "../../../../src/settings/network/network";
import type { SubnetSettings, SubnetTierSettings } from "../../../../src/settings/network/subnets";

const cidr = "10.13.0.0/16";
const vpc = { cidr, legacySubnets: legacySubnets(cidr, { neptune: false }) };

const tier = (third: number): SubnetSettings =>
  Object.fromEntries(
    ["a", "b", "c"].map((zone, index) => [
      zone,
      { cidr: `10.13.${third + index}.0/24`, id: `subnet-0123456789abc${third + index}` },
    ]),
  );
const subnets = { controlPlane: tier(110), public: tier(120), private: tier(130) };
const wayOut = { addresses: ["192.0.2.10"] };

const problemsOf = (
  some: SubnetTierSettings = {},
  { nat = wayOut as Nat, network = {} as Partial<NetworkSettings> } = {},
) => problemsWith({ network: { vpc, ...network, subnets: { ...subnets, ...some } }, cluster: { nat } });
const at = "production clusters.govuk";

describe("subnets that exist", () => {
  it("are given by id or by tags", () => {
    expect(problemsOf()).toEqual([]);
    expect(
      problemsOf({ private: { ...subnets.private, a: { cidr: "10.13.130.0/24", tags: { tier: "nodes" } } } }),
    ).toEqual([]);
  });

  it("are refused without an id of AWS, and without a tag", () => {
    const a = "10.13.130.0/24";
    expect(problemsOf({ private: { ...subnets.private, a: { cidr: a, id: "nodes" } } })).toEqual([
      `${at}.subnets.private.a.id: expected an id such as "subnet-0a1b2c3d4e5f67890", got "nodes"; copy it: aws ec2 describe-subnets`,
    ]);
    expect(problemsOf({ private: { ...subnets.private, a: { cidr: a, tags: {} } } })).toEqual([
      `${at}.subnets.private.a.tags: expected one tag at least, got none; write tags that one subnet of the zone has`,
    ]);
  });

  it("are judged by their ranges like others", () => {
    expect(
      problemsOf({ private: { ...subnets.private, a: { cidr: "10.99.0.0/24", tags: { tier: "nodes" } } } }),
    ).toEqual([
      `${at}.subnets.private.a: expected a subnet of 10.13.0.0/16, got "10.99.0.0/24"; move it inside network.vpc.cidr`,
    ]);
  });

  it("are refused beside subnets that Terraform makes", () => {
    expect(problemsOf({ private: { ...subnets.private, a: "10.13.130.0/24" } })).toEqual([
      `${at}.subnets.private.a: expected a subnet that exists, as others of the cluster do, got "10.13.130.0/24"; write { cidr: "…", id: "subnet-…" } or { cidr: "…", tags: { … } } for each, or for none`,
    ]);
  });

  it("are refused with a way out by which pods would be callers of the public endpoint", () => {
    const callers = (cidrs: string[]) =>
      problemsWith({
        network: { vpc, subnets },
        cluster: { nat: wayOut, endpointAccess: { public: { cidrs } } },
      });

    expect(callers(["198.51.100.0/24"])).toEqual([]);
    expect(callers(["198.51.100.0/24", "192.0.2.0/24"])).toEqual([
      `${at}.endpointAccess.public.cidrs[1]: expected a range without 192.0.2.10, by which the cluster's own pods go out, got "192.0.2.0/24"; list narrower ranges: pods would reach the Kubernetes API by its public address`,
    ]);
  });

  it("are refused with NAT gateways of Terraform's", () => {
    expect(problemsOf({}, { nat: "per-zone" })).toEqual([
      `${at}.nat: expected "none", or the addresses of the way out of the subnets, got "per-zone"; write { addresses: ["<public address>"] }: routes of subnets that exist are their owner's`,
    ]);
  });

  it("are refused with addresses of a way out that are none, or that no subnet has", () => {
    expect(problemsOf({}, { nat: { addresses: [] } })).toEqual([
      `${at}.nat.addresses: expected one address at least, got none; write those of the NAT gateways, or nat: "none"`,
    ]);
    expect(problemsOf({}, { nat: { addresses: ["gateway"] } })).toEqual([
      `${at}.nat.addresses[0]: expected an IPv4 address such as "192.0.2.10", got "gateway"; write one that callers see`,
    ]);
    expect(problemsWith({ network: { vpc }, cluster: { nat: wayOut } })).toEqual([
      `${at}.nat: expected "per-zone", "single" or "none" for subnets that Terraform makes, got addresses; leave nat out, or write subnets that exist`,
    ]);
  });

  it("are refused where the environment would change their routes or ACL", () => {
    expect(problemsOf({}, { network: { blockedRanges: ["198.51.100.0/24"] } })).toEqual([
      `${at}.subnets: expected subnets that Terraform makes, since network.blockedRanges changes their routes or ACL, got subnets that exist; leave network.blockedRanges out, and have their owner change them`,
    ]);
  });
});
