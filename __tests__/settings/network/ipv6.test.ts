import { BlockList } from "node:net";
import fc from "fast-check";
import { expect, test } from "vitest";
import { BLOCKS, ipv6Subnets, isVpcRange, MOST_ZONES } from "../../../src/settings/network/ipv6";

const ZONES = ["a", "b", "c", "d", "e"].slice(0, MOST_ZONES);
const tier = Object.fromEntries(ZONES.map((zone) => [zone, "10.0.0.0/24"]));
const tiers = { controlPlane: tier, public: tier, private: tier, pods: {} };

const hextet = fc.integer({ min: 0, max: 0xffff }).map((number) => number.toString(16));

/** A /56 of the internet: its fourth part ends in two zeroes. */
const vpcRange = fc
  .tuple(fc.integer({ min: 0x2000, max: 0x3fff }), hextet, hextet, fc.integer({ min: 0, max: 0xff }))
  .map(
    ([first, second, third, fourth]) =>
      `${first.toString(16)}:${second}:${third}:${(fourth * 256).toString(16)}::/56`,
  );

const rangesOf = (cidr: string, block: number): string[] =>
  Object.values(ipv6Subnets(cidr, block, tiers)).flatMap((each) => Object.values(each));

test("lie in the VPC's range, a /64 each", () => {
  fc.assert(
    fc.property(vpcRange, fc.integer({ min: 0, max: BLOCKS - 1 }), (cidr, block) => {
      const [address, prefix] = cidr.split("/") as [string, string];
      const vpc = new BlockList();
      vpc.addSubnet(address, Number(prefix), "ipv6");
      const ranges = rangesOf(cidr, block);

      expect(isVpcRange(cidr)).toBe(true);
      expect(ranges).toHaveLength(3 * MOST_ZONES);
      for (const range of ranges) {
        expect(range).toMatch(/\/64$/);
        expect(vpc.check(range.split("/")[0]!, "ipv6")).toBe(true);
      }
    }),
  );
});

test("never meet, whatever the tier, the zone and the cluster's block", () => {
  fc.assert(
    fc.property(vpcRange, (cidr) => {
      const all = Array.from({ length: BLOCKS }, (_, block) => rangesOf(cidr, block)).flat();

      expect(new Set(all).size).toBe(BLOCKS * 3 * MOST_ZONES);
    }),
    { numRuns: 20 },
  );
});

test("keep their places while the cluster gets a zone", () => {
  const two = { a: "10.0.0.0/24", b: "10.0.1.0/24" };
  const before = ipv6Subnets("2a05:d018:1234:5600::/56", 1, { ...tiers, private: two });
  const after = ipv6Subnets("2a05:d018:1234:5600::/56", 1, {
    ...tiers,
    private: { ...two, c: "10.0.2.0/24" },
  });

  expect(after).toMatchObject(before);
  expect(before.private).toEqual({ a: "2a05:d018:1234:561a::/64", b: "2a05:d018:1234:561b::/64" });
});

test("are of no range that is no /56 of the internet, whatever its text", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.ipV6().map((address) => `${address}/56`),
      ),
      (text) => {
        expect(() => isVpcRange(text)).not.toThrow();
      },
    ),
  );
});
