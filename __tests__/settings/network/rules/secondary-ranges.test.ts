import { describe, expect, it } from "vitest";
import { problemsWith } from "../../../support/environments";
import { legacySubnets } from "../../../../src/platform/legacy-subnets";

const cidr = "10.13.0.0/16";
const vpc = { cidr, legacySubnets: legacySubnets(cidr, { neptune: false }) };
const problemsOf = (...secondaryCidrs: string[]) =>
  problemsWith({ network: { vpc: { ...vpc, secondaryCidrs } } });
const at = "production network.vpc.secondaryCidrs";

describe("further ranges of a VPC", () => {
  it("may be of the same private network, or of carriers", () => {
    expect(problemsOf("10.14.0.0/16", "100.64.0.0/16")).toEqual([]);
  });

  it("are refused beside a first one to which AWS does not add them", () => {
    expect(problemsOf("192.168.0.0/16")).toEqual([
      `${at}[0]: expected a range that AWS adds to 10.13.0.0/16, got "192.168.0.0/16"; take one of the same private network, or of 100.64.0.0/10`,
    ]);
  });

  it("are refused where they overlap the first or another", () => {
    expect(problemsOf("10.13.0.0/20")).toEqual([
      `${at}[0]: expected a range that network.vpc.cidr (10.13.0.0/16) leaves free, got "10.13.0.0/20"; move one of the two`,
    ]);
    expect(problemsOf("100.64.0.0/16", "100.64.4.0/24")).toEqual([
      `${at}[1]: expected a range that network.vpc.secondaryCidrs[0] (100.64.0.0/16) leaves free, got "100.64.4.0/24"; move one of the two`,
    ]);
  });

  it("are refused when they are none, too large, or public", () => {
    expect(problemsOf("pods")[0]).toContain(`${at}[0]: expected an IPv4 CIDR such as`);
    expect(problemsOf("100.64.0.0/12")).toEqual([
      `${at}[0]: expected a prefix length from /16 to /28, got /12; AWS makes no other sizes`,
    ]);
    expect(problemsOf("198.51.100.0/24")[0]).toContain(`${at}[0]: expected a private range`);
  });

  it("are refused beyond four", () => {
    const five = [0, 1, 2, 3, 4].map((index) => `100.64.${index}.0/24`);
    expect(problemsOf(...five)).toEqual([
      `${at}: expected 4 ranges at most, got 5; join neighbours to larger ranges`,
    ]);
  });
});
