import type { IConstruct } from "constructs";

/** Pods of one part of the platform or of an application. */
export interface Pods {
  /** Name that is unique among all that have policies. */
  readonly name: string;

  /** Labels that the chart gives these pods and no others. */
  readonly labels: Readonly<Record<string, string>>;
}

/** Part of the surroundings of pods, as policies name it. */
export type Surrounding =
  /** Pods in namespaces of applications. */
  | "applications"

  /** AWS's endpoints and, with EKS Pod Identity, the agent that hands out roles. */
  | "aws"

  /** Addresses from which the API server calls webhooks. */
  | "control-plane"

  /** Every pod of every namespace, and programs that use their node's own address. */
  | "every-pod"

  /** Public addresses, including those of the cluster's own load balancers. */
  | "internet"
  | "kubernetes-api"

  /** Public load balancers of Ingresses. */
  | "load-balancers"

  /** Subnets of the platform's own databases. */
  | "databases";

/** Ranges of addresses outside the cluster. */
export interface Ranges {
  readonly cidrs: readonly string[];
}

/** TCP ports on which pods call hosts outside the cluster. */
export interface Egress {
  readonly ports: readonly number[];

  /** @default - the internet's addresses */
  readonly cidrs?: readonly string[] | undefined;
}

/** A TCP or UDP port. */
export type Port = number | { readonly udp: number };

/** Other ends of a conversation, and the ports at which they answer. */
export interface Conversation {
  readonly with: Pods | Ranges | Surrounding;

  /** @default - those of the surroundings; for pods every port */
  readonly ports?: readonly Port[] | "every";
}

/**
 * Pods and their conversations; policies refuse all others. The part that begins a conversation between two
 * parts writes it down, and both ends allow it.
 */
export interface NetworkPeer {
  readonly pods: Pods;

  /**
   * Callers.
   *
   * @default - those that declare the conversation themselves
   */
  readonly accepts?: readonly Conversation[];

  /**
   * Destinations that it calls, besides DNS, which every pod may ask.
   *
   * @default - none
   */
  readonly calls?: readonly Conversation[];
}

/**
 * Address of the agent that gives pods their role by Pod Identity, on each node.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/pod-id-how-it-works.html
 */
export const POD_IDENTITY_CIDRS: readonly string[] = ["169.254.170.23/32", "fd00:ec2::23/128"];

/** Ports at which the agent answers. */
export const POD_IDENTITY_PORTS: readonly number[] = [80];

/** The agent of Pod Identity. Where that is the cluster's identity, `aws` has it too. */
export const AGENT_OF_PODS: Conversation = {
  with: { cidrs: POD_IDENTITY_CIDRS },
  ports: POD_IDENTITY_PORTS,
};

/** A peer in its namespace. */
export interface PlacedPeer extends NetworkPeer {
  readonly namespace: string;
}

/** Peers whose pods are in one namespace, each with the calls out of the cluster that all of them may make. */
export const inNamespace = (
  namespace: string,
  peers: NetworkPeer | readonly NetworkPeer[],
  egress: Egress | false = false,
): readonly PlacedPeer[] =>
  [peers].flat().map((peer) => ({
    ...peer,
    ...(egress && { calls: [...(peer.calls ?? []), ...callsOut(egress)] }),
    namespace,
  }));

/** Calls that an egress allows; `false` and `undefined` allow none. */
export const callsOut = (egress: Egress | false | undefined): readonly Conversation[] =>
  egress ? [{ with: egress.cidrs ? { cidrs: egress.cidrs } : "internet", ports: egress.ports }] : [];

/** Peers that the constructs of a tree declare, by namespace and name: the order of the constructs says nothing. */
export const peersWithin = (scope: IConstruct): PlacedPeer[] =>
  scope.node
    .findAll()
    .flatMap((construct) => (hasPeers(construct) ? construct.peers : []))
    .sort(
      (one, other) =>
        one.namespace.localeCompare(other.namespace) || one.pods.name.localeCompare(other.pods.name),
    );

const hasPeers = (
  construct: IConstruct,
): construct is IConstruct & { readonly peers: readonly PlacedPeer[] } => "peers" in construct;

/** Addresses, or pods. */
export type NetworkBlock =
  | { readonly cidr: string; readonly except?: readonly string[] }
  | {
      /** Labels of the namespaces. Without any, every namespace. */
      readonly namespaces: Readonly<Record<string, string>>;

      /** @default - every pod */
      readonly labels?: Readonly<Record<string, string>>;
    };

/** Addresses of a part of the surroundings, and its ports. */
export interface Place {
  readonly blocks: readonly NetworkBlock[];

  /** @default - every port */
  readonly ports?: readonly Port[];
}

/** Addresses of all surroundings in one environment. */
export type Surroundings = Readonly<Record<Surrounding, readonly Place[]>>;

/** Labels of one namespace, by which Kubernetes itself names it. */
export const namespaceNamed = (name: string): Readonly<Record<string, string>> => ({
  "kubernetes.io/metadata.name": name,
});
