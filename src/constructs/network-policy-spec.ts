import { namespaceNamed, type NetworkBlock, type Port } from "./network-peers";

/** Specification of a NetworkPolicy, as Kubernetes has it. */
export type NetworkPolicySpec = {
  readonly podSelector: LabelSelector;
  readonly policyTypes: ("Ingress" | "Egress")[];
  readonly ingress?: { readonly from: NetworkPolicyPeer[]; readonly ports?: NetworkPolicyPort[] }[];
  readonly egress?: { readonly to: NetworkPolicyPeer[]; readonly ports?: NetworkPolicyPort[] }[];
};

type LabelSelector = { readonly matchLabels?: Record<string, string> };

/** A peer, as Kubernetes has it. */
export type NetworkPolicyPeer = {
  readonly ipBlock?: { readonly cidr: string; readonly except?: string[] };
  readonly namespaceSelector?: LabelSelector;
  readonly podSelector?: LabelSelector;
};

/** A port, as Kubernetes has it. */
export type NetworkPolicyPort = {
  readonly protocol: "TCP" | "UDP";
  readonly port: number;
};

/** Other end of a connection. */
export interface Allowance {
  readonly blocks: readonly NetworkBlock[];

  /** @default - every port */
  readonly ports?: readonly Port[];
}

/** Pods of a policy, and their allowed connections. */
export interface NetworkPolicySettings {
  /** @default - every pod of the namespace */
  readonly labels?: Readonly<Record<string, string>>;

  /** Ingress rules. Omit to leave ingress unrestricted. */
  readonly ingress?: readonly Allowance[];

  /** Egress rules. Omit to leave egress unrestricted. */
  readonly egress?: readonly Allowance[];
}

/** @see https://kubernetes.io/docs/concepts/services-networking/network-policies/ */
export const networkPolicySpec = ({ labels, ingress, egress }: NetworkPolicySettings): NetworkPolicySpec => ({
  podSelector: labels ? { matchLabels: { ...labels } } : {},
  policyTypes: [...(ingress ? ["Ingress" as const] : []), ...(egress ? ["Egress" as const] : [])],
  ...(ingress && {
    ingress: notEmpty(ingress).map((allowance) => ({ from: peersOf(allowance), ...portsOf(allowance) })),
  }),
  ...(egress && {
    egress: notEmpty(egress).map((allowance) => ({ to: peersOf(allowance), ...portsOf(allowance) })),
  }),
});

/** Kubernetes takes an empty list of ports for every port. */
const notEmpty = (allowances: readonly Allowance[]) => allowances.filter(({ ports }) => ports?.length !== 0);

const peersOf = ({ blocks }: Allowance): NetworkPolicyPeer[] => blocks.map(peerOf);

function peerOf(block: NetworkBlock): NetworkPolicyPeer {
  if ("cidr" in block) {
    const { cidr, except } = block;
    return { ipBlock: { cidr, ...(except && { except: [...except] }) } };
  }
  return {
    namespaceSelector: selectorOf(block.namespaces),
    ...(block.labels && { podSelector: { matchLabels: { ...block.labels } } }),
  };
}

/** Selector of objects with some labels; of all where there are none. */
const selectorOf = (labels: Readonly<Record<string, string>>): LabelSelector =>
  Object.keys(labels).length === 0 ? {} : { matchLabels: { ...labels } };

const portsOf = ({ ports }: Allowance) => ports && { ports: ports.map(portOf) };

const portOf = (port: Port): NetworkPolicyPort =>
  typeof port === "number" ? { protocol: "TCP", port } : { protocol: "UDP", port: port.udp };

/** Refuses every connection. Other policies of the namespace may still allow some. */
export const DENY_ALL: NetworkPolicySettings = { ingress: [], egress: [] };

/** Pods of CoreDNS, where the cluster has some. */
const CORE_DNS: NetworkBlock = {
  namespaces: namespaceNamed("kube-system"),
  labels: { "k8s-app": "kube-dns" },
};

/** Lets every pod of the namespace query DNS: pods of CoreDNS, and addresses that answer in their place. */
export const askForNames = (addresses: readonly NetworkBlock[] = []): NetworkPolicySettings => ({
  egress: [{ blocks: [CORE_DNS, ...addresses], ports: [{ udp: 53 }, 53] }],
});
