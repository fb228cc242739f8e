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
const alone = { engine: "cilium", mode: "eni" } as const;
const chained = { engine: "cilium", mode: "chained" } as const;
const limits = { cpu: 4, memoryGib: 8 };
const at = "production clusters.govuk";

/** Problems of a cluster on the newest minor that Cilium is tried on. */
const problemsOf = (cluster: object, subnets: ClusterSettings["subnets"] = { pods }, rest: object = {}) =>
  problemsWith({
    ...rest,
    network: { vpc, subnets },
    cluster: { version: "1.35", ...cluster },
  });

describe("podNetwork", () => {
  it.each([[{ engine: "vpc-cni" }], [alone], [chained]])("may be %o", (podNetwork) => {
    expect(problemsOf({ podNetwork })).toEqual([]);
  });

  it("is one of the engines, with the settings of that engine", () => {
    expect(problemsOf({ podNetwork: { engine: "calico" } })[0]).toMatch(
      /^production clusters\.govuk\.podNetwork.*expected/,
    );
    expect(problemsOf({ podNetwork: { engine: "vpc-cni", mode: "eni" } })[0]).toMatch(/podNetwork.*expected/);
  });

  it("is AWS's own with EKS Auto Mode, whose nodes have a CNI of their own", () => {
    const found = problemsOf({
      podNetwork: chained,
      compute: { kind: "auto", nodePools: { arm: { limits } } },
    });

    expect(found).toContain(
      `${at}.podNetwork.engine: expected "vpc-cni" with compute.kind "auto", got "cilium"; ` +
        "leave podNetwork out: nodes of EKS Auto Mode have a CNI of their own",
    );
  });

  it.each([alone, chained])(
    "is refused as %o with pods on Fargate, which Cilium does not know",
    (podNetwork) => {
      const compute = { kind: "karpenter", controller: "fargate", nodePools: { arm: { limits } } };

      expect(problemsOf({ podNetwork, compute })).toContain(
        `${at}.compute.controller: expected "node-groups" with podNetwork.engine "cilium", got "fargate"; ` +
          "put Karpenter's controller on a node group: Cilium knows no pod on Fargate, CoreDNS's among them",
      );
    },
  );

  it.each(["vpc-cni", "kube-proxy"])("refuses EKS's %s beside Cilium that does its work", (name) => {
    expect(problemsOf({ podNetwork: alone, eksAddons: { [name]: {} } })).toEqual([
      `${at}.eksAddons.${name}: expected false with podNetwork.mode "eni", got on; ` +
        "leave it out: Cilium does its work, and reads none of its settings",
    ]);
  });

  it("refuses settings of the VPC CNI, such as its prefixes, beside Cilium that gives addresses", () => {
    const eksAddons = { "vpc-cni": { configuration: { env: { ENABLE_PREFIX_DELEGATION: "true" } } } };

    expect(problemsOf({ podNetwork: alone, eksAddons })).toHaveLength(1);
  });

  it("needs subnets of pods where Cilium gives addresses", () => {
    expect(problemsOf({ podNetwork: alone }, {})).toEqual([
      `${at}.subnets.pods: expected one range in each zone with podNetwork.mode "eni", got none; ` +
        'add "100.64.0.0/16" to network.vpc.secondaryCidrs, and write { a: "100.64.0.0/18", … }',
    ]);
  });

  it("needs instances that take prefixes of addresses where Cilium gives them", () => {
    expect(
      problemsOf({
        podNetwork: alone,
        nodeGroups: { old: { amiType: "AL2023_x86_64_STANDARD", instanceTypes: ["m4.2xlarge"] } },
      }),
    ).toContain(
      `${at}.nodeGroups.old.instanceTypes[0]: expected an instance type of Nitro with podNetwork.mode "eni", ` +
        'got "m4.2xlarge"; choose a newer generation',
    );
  });

  it("needs the agent by which Cilium's operator has its role", () => {
    expect(problemsOf({ podNetwork: alone, eksAddons: { "eks-pod-identity-agent": false } })).toContain(
      `${at}.eksAddons.eks-pod-identity-agent: expected on with podNetwork.mode "eni", got false; ` +
        "leave it out: Cilium's operator has its role by it, and no pod an address before",
    );
  });

  it("refuses policies that the VPC CNI would enforce as well", () => {
    const eksAddons = { "vpc-cni": { configuration: { enableNetworkPolicy: "true" } } };

    expect(problemsOf({ podNetwork: chained, eksAddons })).toEqual([
      `${at}.eksAddons.vpc-cni.configuration.enableNetworkPolicy: expected no such setting with ` +
        'podNetwork.engine "cilium", got "true"; leave it out: Cilium enforces policies',
    ]);
  });

  it.each([
    [{ podNetwork: chained }, false, 'on with podNetwork.engine "cilium", got false'],
    [{}, {}, 'false with podNetwork.engine "vpc-cni", got on'],
  ])("decides whether a cluster has the add-on", (cluster, cilium, refusal) => {
    expect(problemsOf(cluster, { pods }, { addons: { cilium } })).toEqual([
      `${at}.addons.cilium: expected ${refusal}; leave it out: podNetwork says whether the cluster has it`,
    ]);
  });

  it("waits for a Kubernetes that Cilium's release is tried on", () => {
    expect(problemsOf({ podNetwork: chained, version: "1.36" })[0]).toMatch(/cilium.*1\.36/);
  });

  it("refuses taints in user data, where Cilium's stands", () => {
    const nodeGroups = { "arm-green": { userData: { kubelet: { registerWithTaints: [] } } } };

    expect(problemsOf({ podNetwork: chained, nodeGroups })).toEqual([
      `${at}.nodeGroups.arm-green.userData.kubelet: expected no taints, since podNetwork writes them, got some; ` +
        "write them in taints, which EKS sets",
    ]);
  });
});
