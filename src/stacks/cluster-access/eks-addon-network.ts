import { PROMETHEUS } from "../../addons/kube-prometheus-stack/network";
import { addressIn } from "../../settings/checking/cidr-block";
import type { EksAddonName } from "../../settings/cluster/eks-addons";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import { PLATFORM_NAMESPACES } from "../../settings/namespaces/namespaces";
import { vpcCidr, vpcIpv6, type Vpc } from "../../settings/network/network";
import { namespaceNamed, type Port, type Surroundings } from "../../constructs/network-peers";
import type { Allowance, NetworkPolicySettings } from "../../constructs/network-policy-spec";

/** DNS, by UDP and TCP. */
const DNS: readonly Port[] = [{ udp: 53 }, 53];

/** Ports on which metrics-server answers: upstream's, and that of EKS's add-on. */
const METRICS_SERVER: readonly Port[] = [10_250, 10_251];

/** Port of every kubelet. */
const KUBELET: Port = 10_250;

/**
 * Conversations of the pods of EKS's add-ons in `kube-system` that have addresses of their own, by the name of the policy.
 * Each add-on waits for its policy where pods start without a network.
 */
export function eksAddonNetwork(
  { cluster: { eksAddons }, network: { vpc } }: ClusterEnvironment,
  around: Surroundings,
): Readonly<Record<string, NetworkPolicySettings>> {
  const fromPrometheus = (ports: readonly Port[]): Allowance => ({
    blocks: [{ namespaces: namespaceNamed(PLATFORM_NAMESPACES.monitoring), labels: PROMETHEUS.labels }],
    ports,
  });
  const from = (place: keyof Surroundings, ports: readonly Port[]): Allowance[] =>
    around[place].map(({ blocks }) => ({ blocks, ports }));
  const all: Readonly<Partial<Record<EksAddonName, NetworkPolicySettings>>> = {
    coredns: {
      labels: { "k8s-app": "kube-dns" },
      ingress: [...from("every-pod", DNS), fromPrometheus([9153])],
      egress: [...around["kubernetes-api"], { blocks: resolversOf(vpc), ports: DNS }],
    },
    "metrics-server": {
      labels: { "app.kubernetes.io/name": "metrics-server" },
      ingress: [...from("control-plane", METRICS_SERVER), fromPrometheus(METRICS_SERVER)],
      egress: [...around["kubernetes-api"], ...from("every-pod", [KUBELET])],
    },
  };
  return Object.fromEntries(Object.entries(all).filter(([name]) => name in eksAddons));
}

/**
 * Addresses of the VPC's resolver, to which CoreDNS passes names outside the cluster on.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html
 */
const resolversOf = (vpc: Vpc) => [
  { cidr: "169.254.169.253/32" },
  ...(vpcIpv6(vpc) === undefined ? [] : [{ cidr: "fd00:ec2::253/128" }]),
  { cidr: `${addressIn(vpcCidr(vpc), 2)}/32` },
];
