import {
  type Conversation,
  namespaceNamed,
  type NetworkBlock,
  type NetworkPeer,
  type Place,
  type PlacedPeer,
  type Pods,
  type Surroundings,
} from "./network-peers";
import type { Manifest } from "./manifests";
import {
  type Allowance,
  askForNames,
  DENY_ALL,
  type NetworkPolicySettings,
  networkPolicySpec,
} from "./network-policy-spec";

export interface NetworkPoliciesOptions {
  /**
   * Namespaces that others close.
   *
   * @default - none
   */
  readonly closedByOthers?: readonly string[];

  /**
   * Addresses that answer queries for names, besides CoreDNS's pods.
   *
   * @default - none
   */
  readonly nameServers?: readonly NetworkBlock[];
}

/**
 * Policies that close the peers' namespaces, but for those that others close, and allow the peers' conversations at both
 * ends. Peers that do not exist are left out.
 */
export function networkPolicies(
  peers: readonly PlacedPeer[],
  around: Surroundings,
  { closedByOthers = [], nameServers }: NetworkPoliciesOptions = {},
): Manifest[] {
  const namespaces = [...new Set(peers.map(({ namespace }) => namespace))].filter(
    (namespace) => !closedByOthers.includes(namespace),
  );

  return [
    ...namespaces.flatMap((namespace) => [
      manifest("deny-all", namespace, DENY_ALL),
      manifest("ask-for-names", namespace, askForNames(nameServers)),
    ]),
    ...peers.map((peer) =>
      manifest(peer.pods.name, peer.namespace, {
        labels: peer.pods.labels,
        ingress: [
          ...(peer.accepts ?? []).flatMap((conversation) => allowances(conversation, peers, around)),
          ...callersOf(peer, peers),
        ],
        egress: (peer.calls ?? []).flatMap((conversation) => allowances(conversation, peers, around)),
      }),
    ),
  ];
}

const manifest = (name: string, namespace: string, settings: NetworkPolicySettings): Manifest => ({
  apiVersion: "networking.k8s.io/v1",
  kind: "NetworkPolicy",
  metadata: { name, namespace },
  spec: { ...networkPolicySpec(settings) },
});

/**
 * Allowances of the other end of a conversation. None if that end does not exist: an empty list would admit
 * every pod.
 */
function allowances(
  { with: other, ports }: Conversation,
  peers: readonly PlacedPeer[],
  around: Surroundings,
): Allowance[] {
  const places = placesWith(other, peers, around);

  return places.map(({ blocks, ports: usual }) => {
    const allowed = ports ?? usual;
    return allowed === undefined || allowed === "every" ? { blocks } : { blocks, ports: allowed };
  });
}

function placesWith(
  other: Conversation["with"],
  peers: readonly PlacedPeer[],
  around: Surroundings,
): readonly Place[] {
  if (typeof other === "string") {
    return around[other];
  }
  return "cidrs" in other ? [{ blocks: other.cidrs.map((cidr) => ({ cidr })) }] : placesOf(other, peers);
}

function placesOf(pods: Pods, peers: readonly PlacedPeer[]): Place[] {
  const blocks = peers
    .filter((peer) => peer.pods === pods)
    .map(({ namespace }) => ({ namespaces: namespaceNamed(namespace), labels: pods.labels }));
  return blocks.length === 0 ? [] : [{ blocks }];
}

/** Peers that declare that they call this one. */
const callersOf = ({ pods }: NetworkPeer, peers: readonly PlacedPeer[]): Allowance[] =>
  peers.flatMap((caller) =>
    (caller.calls ?? [])
      .filter((call) => call.with === pods)
      .map(({ ports }) => ({
        blocks: [{ namespaces: namespaceNamed(caller.namespace), labels: caller.pods.labels }],
        ...(ports && ports !== "every" && { ports }),
      })),
  );
