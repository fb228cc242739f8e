import { parseCidr } from "../checking/cidr-block";
import type { SubnetCidrs, SubnetTiers } from "./subnets";

/**
 * Third octets of the standard layout, the same in every environment, so that an address shows its purpose.
 */
const STANDARD_LAYOUT: Omit<SubnetTiers, "pods"> = {
  controlPlane: { a: "19.0/28", b: "19.16/28", c: "19.32/28" },
  public: { a: "20.0/24", b: "21.0/24", c: "22.0/24" },
  private: { a: "24.0/22", b: "28.0/22", c: "32.0/22" },
};

/** Places the standard layout, as far as its zones exist, in a /16. Other sizes have no standard layout. */
export function standardSubnets(cidr: string, zones: readonly string[]): SubnetTiers {
  const block = parseCidr(cidr);
  const hasLayout = block?.prefix === 16 && block.cidr === cidr;
  const prefix = firstTwoNumbers(cidr);
  const place = (tier: SubnetCidrs) =>
    Object.fromEntries(
      Object.entries(hasLayout ? tier : {})
        .filter(([zone]) => zones.includes(zone))
        .map(([zone, rest]) => [zone, `${prefix}.${rest}`]),
    );

  return {
    controlPlane: place(STANDARD_LAYOUT.controlPlane),
    public: place(STANDARD_LAYOUT.public),
    private: place(STANDARD_LAYOUT.private),
    pods: {},
  };
}

const firstTwoNumbers = (cidr: string): string => cidr.split(".").slice(0, 2).join(".");
