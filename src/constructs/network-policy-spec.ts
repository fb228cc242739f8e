import type { NetworkBlock, Port } from "./network-peers";

/** What a NetworkPolicy says, as Kubernetes has it. */
export type NetworkPolicySpec = {
  readonly podSelector: LabelSelector;
  readonly policyTypes: ("Ingress" | "Egress")[];
  readonly ingress?: { readonly from: NetworkPolicyPeer[]; readonly ports?: NetworkPolicyPort[] }[];
  readonly egress?: { readonly to: NetworkPolicyPeer[]; readonly ports?: NetworkPolicyPort[] }[];
};

type LabelSelector = {
  readonly matchLabels?: Record<string, string>;
  readonly matchExpressions?: {
    readonly key: string;
    readonly operator: string;
    readonly values: string[];
  }[];
};

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

/** What is on the other end of a connection. */
export interface Allowance {
  readonly blocks: readonly NetworkBlock[];

  /** @default - every port */
  readonly ports?: readonly Port[];
}

/** Which pods a policy is about, and whom they speak with. */
export interface NetworkPolicySettings {
  /** @default - every pod of the namespace */
  readonly labels?: Readonly<Record<string, string>>;

  /** Who may call; nothing says nothing about it. */
  readonly ingress?: readonly Allowance[];

  /** Who may be called; nothing says nothing about it. */
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
    namespaceSelector: namespacesNamed(block.namespaces),
    ...(block.labels && { podSelector: { matchLabels: { ...block.labels } } }),
  };
}

/** Kubernetes itself gives every namespace the label. */
const NAME = "kubernetes.io/metadata.name";

const namespacesNamed = ([name, ...others]: readonly string[]): LabelSelector => {
  if (name === undefined) {
    return {};
  }
  return others.length === 0
    ? { matchLabels: { [NAME]: name } }
    : { matchExpressions: [{ key: NAME, operator: "In", values: [name, ...others] }] };
};

const portsOf = ({ ports }: Allowance) => ports && { ports: ports.map(portOf) };

const portOf = (port: Port): NetworkPolicyPort =>
  typeof port === "number" ? { protocol: "TCP", port } : { protocol: "UDP", port: port.udp };

/** Refuses everything. What other policies of the namespace allow is allowed nevertheless. */
export const DENY_ALL: NetworkPolicySettings = { ingress: [], egress: [] };

/** Lets every pod of the namespace ask for names. */
export const ASK_FOR_NAMES: NetworkPolicySettings = {
  egress: [
    {
      blocks: [{ namespaces: ["kube-system"], labels: { "k8s-app": "kube-dns" } }],
      ports: [{ udp: 53 }, 53],
    },
  ],
};
