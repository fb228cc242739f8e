import { EksAddon } from "@cdktf/provider-aws/lib/eks-addon";
import { Release } from "@cdktf/provider-helm/lib/release";
import { NetworkPolicyV1 } from "@cdktf/provider-kubernetes/lib/network-policy-v1";
import { describe, expect, it } from "vitest";
import { isAutoModeAlone } from "../../src/settings/cluster/compute/compute";
import { EKS_ADDONS, type EksAddon as EksAddonSettings } from "../../src/settings/cluster/eks-addons";
import { hasCilium } from "../../src/settings/cluster/pod-network";
import { stackId } from "../../src/settings/environment/stack-names";
import { refusals } from "../../tools/checks/charts/reach";
import { everyEnvironment, everyPlatform } from "../support/every-platform";
import { type Block, valuesOf } from "../support/terraform";

const clusters = everyEnvironment.flatMap(({ clusters }) => clusters);
const closed = clusters.filter(({ cluster }) => cluster.podsStartOpen === false && !isAutoModeAlone(cluster));
const automatic = clusters.filter(
  ({ cluster }) => cluster.podsStartOpen === false && isAutoModeAlone(cluster),
);
const open = clusters.filter(({ cluster }) => cluster.podsStartOpen !== false);

const modeOf = (vpcCni: Block) => JSON.parse(vpcCni.configuration_values as string).env as unknown;

/** A policy of Terraform's Kubernetes provider, as Kubernetes has it. */
const asKubernetes = (policy: Block) => {
  const peer = ({ ip_block, namespace_selector, pod_selector }: Block) => ({
    ...(ip_block && { ipBlock: ip_block }),
    ...(namespace_selector && { namespaceSelector: selector(namespace_selector as Block) }),
    ...(pod_selector && { podSelector: selector(pod_selector as Block) }),
  });
  const selector = ({ match_labels }: Block) => (match_labels ? { matchLabels: match_labels } : {});
  const rules = (list: unknown, end: "from" | "to") =>
    ((list ?? []) as Block[]).map((rule) => ({
      [end]: ((rule[end] ?? []) as Block[]).map(peer),
      ...(rule.ports && {
        ports: (rule.ports as Block[]).map(({ port, protocol }) => ({ port: Number(port), protocol })),
      }),
    }));
  const spec = policy.spec as Block;
  return {
    apiVersion: "networking.k8s.io/v1",
    kind: "NetworkPolicy",
    metadata: policy.metadata as { name: string; namespace: string },
    spec: {
      podSelector: selector(spec.pod_selector as Block),
      policyTypes: spec.policy_types,
      ingress: rules(spec.ingress, "from"),
      egress: rules(spec.egress, "to"),
    },
  } as Parameters<typeof refusals>[0][number];
};

describe.each(closed)("cluster $cluster.name of $organisation.name $name", (environment) => {
  const access = everyPlatform[stackId("cluster-access", environment)]!;
  const infrastructure = everyPlatform[stackId("cluster-infrastructure", environment)]!;
  const services = everyPlatform[stackId("cluster-services", environment)]!;
  const policies = access.all(NetworkPolicyV1).map(asKubernetes);
  const installed = access.all(EksAddon).map(({ addon_name }) => addon_name as string);
  const pods = {
    coredns: { namespace: "kube-system", labels: { "k8s-app": "kube-dns" } },
    "metrics-server": { namespace: "kube-system", labels: { "app.kubernetes.io/name": "metrics-server" } },
    application: { namespace: "an-application", labels: {} },
    prometheus: {
      namespace: "monitoring",
      labels: {
        "app.kubernetes.io/name": "prometheus",
        "operator.prometheus.io/name": "kube-prometheus-stack-prometheus",
      },
    },
  };
  const first = (cidrs: Readonly<Record<string, string>>) => ({
    address: Object.values(cidrs)[0]!.split("/")[0]!,
  });
  const { subnets, ipv6 } = environment.network;
  // No policy of a cluster of IPv6 is about an address of IPv4.
  const node = first((ipv6 ?? subnets).private);
  const controlPlane = first((ipv6 ?? subnets).controlPlane);
  const kubernetes = { address: ipv6 ? "fd30:1234::1" : "172.20.0.1" };
  const resolver = { address: ipv6 ? "fd00:ec2::253" : "169.254.169.253" };
  const internet = { address: ipv6 ? "2001:db8::7" : "203.0.113.7" };

  it("has the engine of its policies start pods without a network", () => {
    if (hasCilium(environment.cluster)) {
      expect(valuesOf(access.named(Release)["cilium_release"]!).policyEnforcementMode).toBe("always");
      return;
    }
    expect(modeOf(infrastructure.named(EksAddon)["addons-before-nodes_vpc-cni"]!)).toMatchObject({
      NETWORK_POLICY_ENFORCING_MODE: "strict",
    });
  });

  it("installs before the policies no add-on of EKS whose pods policies select", () => {
    const early = infrastructure.all(EksAddon).map(({ addon_name }) => addon_name as keyof typeof EKS_ADDONS);

    expect(early.filter((name) => (EKS_ADDONS[name] as EksAddonSettings).selectable)).toEqual([]);
    expect(installed).toContain("coredns");
  });

  it("makes every policy of kube-system before the add-ons that it selects", () => {
    const made = Object.keys(access.named(NetworkPolicyV1))
      .filter((id) => id.startsWith("kube-system-network"))
      .map((id) => `kubernetes_network_policy_v1.${id}`);

    expect(made.length).toBeGreaterThan(2);
    for (const { depends_on } of access.all(EksAddon)) {
      const policies = (depends_on as string[]).filter((one) => one.startsWith("kubernetes_network_policy"));
      expect(policies.sort()).toEqual(made.sort());
    }
  });

  it("has a policy about the pods of each of these add-ons alone", () => {
    const names = policies
      .filter(({ metadata }) => metadata.namespace === "kube-system")
      .map(({ metadata }) => metadata.name);

    expect(names).toEqual(expect.arrayContaining([...installed, "deny-all", "ask-for-names"]));
  });

  it.each([
    ["a pod asks CoreDNS", pods.application, pods.coredns, 53, "UDP"],
    ["a node asks CoreDNS", node, pods.coredns, 53, "TCP"],
    ["CoreDNS asks the VPC's resolver", pods.coredns, resolver, 53, "UDP"],
    ["CoreDNS watches the Kubernetes API", pods.coredns, kubernetes, 443, "TCP"],
    ["Prometheus scrapes CoreDNS", pods.prometheus, pods.coredns, 9153, "TCP"],
    ["the API server asks metrics-server", controlPlane, pods["metrics-server"], 10_251, "TCP"],
    ["metrics-server asks a kubelet", pods["metrics-server"], node, 10_250, "TCP"],
    ["metrics-server calls the Kubernetes API", pods["metrics-server"], kubernetes, 443, "TCP"],
    ["metrics-server asks CoreDNS", pods["metrics-server"], pods.coredns, 53, "UDP"],
  ] as const)("lets the add-ons work: %s", (_, from, to, port, protocol) => {
    const ofKubeSystem = policies.filter(({ metadata }) => metadata.namespace === "kube-system");

    expect(refusals(ofKubeSystem, { from, to, port, protocol })).toEqual([]);
  });

  it.each([
    ["a pod asks metrics-server", pods.application, pods["metrics-server"], 10_251],
    ["CoreDNS calls the internet", pods.coredns, internet, 443],
    ["a pod calls CoreDNS beyond DNS", pods.application, pods.coredns, 8080],
  ] as const)("refuses what they do not do: %s", (_, from, to, port) => {
    expect(refusals(policies, { from, to, port })).not.toEqual([]);
  });

  it("installs every release with pods after the policies about them", () => {
    const late = Object.entries(services.named(Release)).filter(
      ([id, { depends_on, timeout }]) =>
        id !== "network-policies" &&
        (timeout as number) > 60 &&
        !((depends_on ?? []) as string[]).includes("helm_release.network-policies"),
    );

    expect(late.map(([id]) => id)).toEqual([]);
    expect(services.named(Release)["network-policies"]!.depends_on ?? []).toEqual([]);
  });
});

describe.each(open)("cluster $cluster.name of $organisation.name $name, open", (environment) => {
  const infrastructure = everyPlatform[stackId("cluster-infrastructure", environment)]!;

  it("has its reason, and all its add-ons of EKS beside the nodes", () => {
    expect(environment.cluster.podsStartOpen).toMatchObject({ reason: expect.stringMatching(/\w+ \w+/) });
    expect(infrastructure.all(EksAddon).map(({ addon_name }) => addon_name)).toContain("coredns");
    expect(modeOf(infrastructure.named(EksAddon)["addons-before-nodes_vpc-cni"]!)).toBeUndefined();
  });
});

describe.each(automatic)("cluster $cluster.name of $organisation.name $name in Auto Mode", (environment) => {
  const objects = everyPlatform[stackId("cluster-services", environment)]!.all(Release).flatMap(
    (release) => (valuesOf(release).objects ?? []) as Block[],
  );
  const ofKind = (kind: string) => objects.filter((object) => object.kind === kind);

  it("has every node start pods without a network", () => {
    expect(ofKind("NodeClass").map(({ spec }) => spec.networkPolicy)).toEqual(["DefaultDeny"]);
  });

  it("has the policies enforced", () => {
    expect(ofKind("ConfigMap").map(({ metadata, data }) => [metadata.name, data])).toContainEqual([
      "amazon-vpc-cni",
      { "enable-network-policy-controller": "true" },
    ]);
  });

  it("lets pods ask their node for names, at the address of the service", () => {
    const names = ofKind("NetworkPolicy").filter(({ metadata }) => metadata.name === "ask-for-names");

    expect(names).not.toEqual([]);
    for (const { spec } of names) {
      expect(spec.egress[0].to).toContainEqual({ ipBlock: { cidr: "172.20.0.10/32" } });
    }
  });
});
