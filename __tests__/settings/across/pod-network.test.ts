import { describe, expect, it } from "vitest";
import { legacySubnets } from "../../../src/platform/legacy-subnets";
import type { ClusterSettings } from "../../../src/settings/cluster/cluster";
import { problemsWith } from "../../support/environments";

const cidr = "10.13.0.0/16";
const vpc = {
  cidr,
  legacySubnets: legacySubnets(cidr, { neptune: false }),
  secondaryCidrs: ["100.64.0.0/16"],
};
const pods = { a: "100.64.0.0/18", b: "100.64.64.0/18", c: "100.64.128.0/18" };
const problemsOf = (cluster: Partial<ClusterSettings>, subnets: ClusterSettings["subnets"] = { pods }) =>
  problemsWith({ network: { vpc, subnets }, cluster });
const cni = (configuration: object) => ({ eksAddons: { "vpc-cni": { configuration } } }) as never;
const at = "production clusters.govuk";

describe("subnets of pods", () => {
  it("may lie in a further range of the VPC", () => {
    expect(problemsOf({})).toEqual([]);
  });

  it("cover the zones and the VPC like others", () => {
    expect(problemsOf({}, { pods: { a: pods.a } })).toEqual([
      `${at}.subnets.pods: expected a subnet in each of the zones a, b, c, got subnets in a; write one CIDR for each letter of network.zones`,
    ]);
    expect(problemsOf({}, { pods: { ...pods, c: "100.65.0.0/18" } })).toEqual([
      `${at}.subnets.pods.c: expected a subnet of 10.13.0.0/16 or 100.64.0.0/16, got "100.65.0.0/18"; move it inside network.vpc.cidr`,
    ]);
  });

  it("go with Auto Mode, whose class of nodes names them", () => {
    expect(
      problemsOf({ compute: { kind: "auto", nodePools: { arm: { limits: { cpu: 4, memoryGib: 8 } } } } }),
    ).not.toContain(expect.stringContaining("subnets.pods"));
  });

  it("are refused with EKS's own pools of Auto Mode, whose class of nodes is EKS's", () => {
    expect(
      problemsOf({
        compute: { kind: "auto", builtInPools: ["system"] },
        podsStartOpen: { reason: "Its pools are EKS's own." },
      }),
    ).toContain(
      `${at}.compute.builtInPools: expected none, since pods have subnets of their own, got "system"; write nodePools of your own: pods on EKS's have addresses of their node's subnets`,
    );
  });

  it("are refused with pods that leave the VPC from their own addresses", () => {
    expect(problemsOf(cni({ env: { AWS_VPC_K8S_CNI_EXTERNALSNAT: "true" } }))).toEqual([
      `${at}.eksAddons.vpc-cni.configuration.env.AWS_VPC_K8S_CNI_EXTERNALSNAT: expected "false", since subnets.pods have no way out, got "true"; leave it out: pods leave the VPC from the address of their node`,
    ]);
  });

  it("are the one way to custom networking", () => {
    const fix =
      "expected no such setting, got a value; write the subnets of pods in subnets.pods of the cluster";
    expect(
      problemsOf(
        cni({ eniConfig: { create: true }, env: { AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG: "true" } }),
        {},
      ),
    ).toEqual([
      `${at}.eksAddons.vpc-cni.configuration.eniConfig: ${fix}`,
      `${at}.eksAddons.vpc-cni.configuration.env.AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG: ${fix}`,
    ]);
  });
});

describe("prefixes of addresses", () => {
  const prefixes = cni({ env: { ENABLE_PREFIX_DELEGATION: "true" } }) as object;

  it("are refused in subnets that have none free", () => {
    expect(problemsOf(prefixes, { pods: { ...pods, a: "100.64.0.0/27" } })).toEqual([
      `${at}.subnets.pods.a: expected a /26 or larger with ENABLE_PREFIX_DELEGATION of vpc-cni, got "100.64.0.0/27"; write a larger range: a node takes sixteen addresses in one piece`,
    ]);
  });

  it("are refused on instances without Nitro", () => {
    const group = (type: string) => ({
      ...prefixes,
      nodeGroups: { x86: { instanceTypes: [type], amiType: "AL2023_x86_64_STANDARD" } },
    });
    expect(problemsOf(group("i3.metal"), {})).toEqual([]);
    expect(problemsOf(group("m4.large"), {})).toEqual([
      `${at}.nodeGroups.x86.instanceTypes[0]: expected an instance type of Nitro with ENABLE_PREFIX_DELEGATION of vpc-cni, got "m4.large"; choose a newer generation`,
    ]);
  });
});
