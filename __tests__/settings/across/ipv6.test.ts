import { describe, expect, it } from "vitest";
import { noAccess, problemsOf, problemsWith, productionLike } from "../../support/environments";

const RANGE = { cidr: "2a05:d018:1234:5600::/56", ipamPool: "ipam-pool-0a1b2c3d4e5f67890" };
const { vpc } = productionLike.network;
const network = { vpc: { ...vpc, ipv6: RANGE } };

const ipv6 = { block: 0, unjudgedIpv4: { reason: "GitHub answers by IPv4 alone" } };
const at = "production clusters.govuk";

describe("a range of IPv6", () => {
  it("is one that AWS gives a VPC, of a pool of IPAM", () => {
    expect(problemsWith({ network })).toEqual([]);
  });

  it.each([
    "2a05:d018:1234:5600::/64",
    "2a05:d018:1234:5601:1::/56",
    "fd00:1234::/56",
    "10.0.0.0/16",
    "x",
    "",
  ])("is not %s", (cidr) => {
    expect(problemsWith({ network: { vpc: { ...vpc, ipv6: { ...RANGE, cidr } } } })).toEqual([
      `production network.vpc.ipv6.cidr: expected a /56 of the internet, by its first address, such as "2a05:d018:1234:5600::/56", got "${cidr}"; copy it from the pool of IPAM, or from the VPC`,
    ]);
  });

  it("names its pool by AWS's id", () => {
    expect(problemsWith({ network: { vpc: { ...vpc, ipv6: { ...RANGE, ipamPool: "main" } } } })).toEqual([
      'production network.vpc.ipv6.ipamPool: expected an id such as "ipam-pool-0a1b2c3d4e5f67890", got "main"; copy it from the AWS console',
    ]);
  });
});

describe("pods with addresses of IPv6", () => {
  it("are accepted in a VPC with a range", () => {
    expect(problemsWith({ network, cluster: { ipv6 } })).toEqual([]);
  });

  it("are refused in a VPC without", () => {
    expect(problemsWith({ cluster: { ipv6 } })).toEqual([
      `${at}.ipv6: expected a VPC with a range of IPv6, got none; write network.vpc.ipv6 of the environment`,
    ]);
  });

  it.each([-1, 16, 0.5])("have no block %d", (block) => {
    expect(problemsWith({ network, cluster: { ipv6: { ...ipv6, block } } })).toEqual([
      `${at}.ipv6.block: expected a whole number from 0 to 15, got ${block}; choose another`,
    ]);
  });

  it("need a written reason, since no policy judges what they do by IPv4", () => {
    expect(problemsWith({ network, cluster: { ipv6: { block: 0, unjudgedIpv4: { reason: " " } } } })).toEqual(
      [
        `${at}.ipv6.unjudgedIpv4.reason: expected a reason for which every pod may reach every address of IPv4, got " "; write one: network policies of such a cluster judge IPv6 alone`,
      ],
    );
    expect(problemsWith({ network, cluster: { ipv6: { block: 0 } } })).toEqual([
      expect.stringContaining(`${at}.ipv6.unjudgedIpv4: expected`),
    ]);
  });

  it.each([
    ["Cilium", { podNetwork: { engine: "cilium", mode: "chained" } }, "podNetwork.engine"],
    ["EKS Auto Mode", { compute: { kind: "auto" } }, "compute.kind"],
    [
      "subnets of pods",
      { subnets: { pods: { a: "10.13.64.0/20", b: "10.13.80.0/20", c: "10.13.96.0/20" } } },
      "subnets.pods",
    ],
    [
      "a proxy",
      { proxy: { url: "http://proxy.example.org:3128", cidrs: ["10.13.200.0/28"], except: [] } },
      "proxy",
    ],
  ])("are refused beside %s", (got, cluster, path) => {
    expect(problemsWith({ network, cluster: { ipv6, ...cluster } })).toContainEqual(
      expect.stringContaining(
        `${at}.${path}: expected nothing that works with IPv4 alone, since ipv6 is set, got ${got};`,
      ),
    );
  });

  it("are refused without the add-ons that give them their addresses", () => {
    expect(
      problemsWith({ network, cluster: { ipv6, eksAddons: { "eks-pod-identity-agent": false } } }),
    ).toContainEqual(
      `${at}.eksAddons.eks-pod-identity-agent: expected the add-on, since ipv6 is set, got false; leave it on: the CNI gives pods their addresses by a role of its own`,
    );
  });

  it("are refused on machines without Nitro", () => {
    const nodeGroups = { old: { amiType: "AL2023_x86_64_STANDARD", instanceTypes: ["m4.2xlarge"] } };

    expect(problemsWith({ network, cluster: { ipv6, nodeGroups } })).toContainEqual(
      `${at}.nodeGroups.old.instanceTypes[0]: expected an instance type of Nitro, since ipv6 is set, got "m4.2xlarge"; choose a newer generation`,
    );
  });

  it("have a block of their own in each cluster of a VPC", () => {
    const own = { controlPlane: "10.13.120.0/28", public: "10.13.121.0/24", private: "10.13.124.0/22" };
    const subnets = Object.fromEntries(Object.entries(own).map(([tier, cidr]) => [tier, { a: cidr }]));
    const { name, dns } = productionLike;

    expect(
      problemsOf({
        name,
        dns,
        network,
        clusters: {
          green: { main: true, access: noAccess, ipv6 },
          blue: { access: noAccess, subnets, ipv6 },
        },
      }),
    ).toContainEqual(
      "production clusters.blue.ipv6.block: expected a block of its own, got 0, which green has; give each cluster another",
    );
  });
});
