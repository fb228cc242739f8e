import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { EksAddon } from "@cdktf/provider-aws/lib/eks-addon";
import { EksNodeGroup } from "@cdktf/provider-aws/lib/eks-node-group";
import { Release } from "@cdktf/provider-helm/lib/release";
import { NetworkPolicyV1 } from "@cdktf/provider-kubernetes/lib/network-policy-v1";
import { describe, expect, it } from "vitest";
import { cilium, nothing } from "../../support/services";
import { stacksWith } from "../../support/stacks";
import { type Block, valuesOf } from "../../support/terraform";

const domains = ["api.example.org", "*.example.com"];
const alone = stacksWith({ ...cilium, namespaces: { apps: { domains, internetPorts: [443] } } });
const chained = stacksWith({
  ...cilium,
  addons: { ...nothing, prometheusOperatorCrds: {}, cilium: {} },
  cluster: {
    version: "1.35",
    podNetwork: { engine: "cilium", mode: "chained" },
    podsStartOpen: { reason: "they always did" },
  },
});
const of = (stacks: typeof alone, name: string) => stacks[`${name}-production`]!;
const dependsOn = ({ depends_on: before = [] }: Block) => before as readonly string[];
const namesOf = (addons: readonly Block[]) => addons.map(({ addon_name }) => addon_name as string);

describe("a cluster whose pods have addresses from Cilium", () => {
  const access = of(alone, "cluster-access");
  const infrastructure = of(alone, "cluster-infrastructure");

  it("has neither the VPC CNI nor kube-proxy, nor nodes before Cilium", () => {
    expect(namesOf(infrastructure.all(EksAddon))).not.toContain("vpc-cni");
    expect(namesOf(infrastructure.all(EksAddon))).not.toContain("kube-proxy");
    expect(infrastructure.all(EksNodeGroup)).toEqual([]);
    expect(dependsOn(access.only(EksNodeGroup))).toContain("helm_release.cilium_release");
  });

  it("has CoreDNS after nodes, Cilium and the policies of kube-system", () => {
    const coreDns = access.all(EksAddon).find(({ addon_name }) => addon_name === "coredns")!;

    expect(dependsOn(coreDns)).toEqual(
      expect.arrayContaining([
        "aws_eks_node_group.node-group-arm-green_nodes",
        "helm_release.cilium_release",
        "kubernetes_network_policy_v1.kube-system-network_deny-all",
      ]),
    );
  });

  it("keeps the alarm about each node group", () => {
    expect(access.all(CloudwatchMetricAlarm)).toHaveLength(1);
  });

  it("gives its nodes no rights over addresses, which are Cilium's operator's", () => {
    expect(JSON.stringify(infrastructure.json)).not.toContain("AmazonEKS_CNI_Policy");
  });

  it("opens domains in place of public addresses, AWS's among them", () => {
    const { aws, internet } = Object.fromEntries(
      access
        .all(NetworkPolicyV1)
        .filter(({ metadata }) => (metadata as Block).namespace === "apps")
        .map(({ metadata, spec }) => [(metadata as Block).name as string, JSON.stringify(spec)]),
    );
    const { objects } = valuesOf(access.named(Release)["domain-policies"]!);

    expect(`${aws}${internet}`).not.toContain("0.0.0.0/0");
    expect(objects).toMatchObject([{ kind: "CiliumNetworkPolicy", metadata: { namespace: "apps" } }]);
  });
});

describe("a cluster with Cilium behind the VPC CNI", () => {
  it("keeps nodes, the VPC CNI and kube-proxy where they were, and has Cilium alone enforce policies", () => {
    const infrastructure = of(chained, "cluster-infrastructure");
    const cni = infrastructure.all(EksAddon).find(({ addon_name }) => addon_name === "vpc-cni")!;

    expect(namesOf(infrastructure.all(EksAddon))).toContain("kube-proxy");
    expect(infrastructure.all(EksNodeGroup)).toHaveLength(1);
    expect(JSON.parse(cni.configuration_values as string)).toMatchObject({ enableNetworkPolicy: "false" });
  });

  it("closes kube-system, whatever pods start with", () => {
    const names = of(chained, "cluster-access")
      .all(NetworkPolicyV1)
      .filter(({ metadata }) => (metadata as Block).namespace === "kube-system")
      .map(({ metadata }) => (metadata as Block).name);

    expect(names).toEqual(expect.arrayContaining(["deny-all", "ask-for-names", "coredns"]));
  });
});
