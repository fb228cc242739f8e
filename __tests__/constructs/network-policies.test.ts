import { Construct, RootConstruct } from "constructs";
import { describe, expect, it } from "vitest";
import {
  inNamespace,
  type NetworkPeer,
  peersWithin,
  type PlacedPeer,
  type Pods,
  type Surroundings,
} from "../../src/constructs/network-peers";
import { networkPolicies } from "../../src/constructs/network-policies";

const CLIENT: Pods = { name: "client", labels: { app: "client" } };
const SERVER: Pods = { name: "server", labels: { app: "server" } };

const around = {
  internet: [{ blocks: [{ cidr: "0.0.0.0/0" }], ports: [443] }],
  "load-balancers": [{ blocks: [{ cidr: "10.0.0.0/24" }, { cidr: "10.0.1.0/24" }] }],
} as unknown as Surroundings;

const policiesOf = (...peers: readonly NetworkPeer[]) =>
  networkPolicies(
    peers.map((peer) => ({ ...peer, namespace: "platform" })),
    around,
  );

const specOf = (name: string, ...peers: readonly NetworkPeer[]) =>
  policiesOf(...peers).find(({ metadata }) => metadata.name === name)?.spec;

const platform = { matchLabels: { "kubernetes.io/metadata.name": "platform" } };

describe("policies of peers", () => {
  it("refuse everything that nobody names, but for DNS", () => {
    expect(
      policiesOf({ pods: SERVER }).map(({ metadata }) => `${metadata.namespace}/${metadata.name}`),
    ).toEqual(["platform/deny-all", "platform/ask-for-names", "platform/server"]);
    expect(specOf("deny-all", { pods: SERVER })).toEqual({
      podSelector: {},
      policyTypes: ["Ingress", "Egress"],
      ingress: [],
      egress: [],
    });
  });

  it("close no namespace in which nobody lives", () => {
    expect(policiesOf()).toEqual([]);
  });

  it("allow at both ends what one end says", () => {
    const client: NetworkPeer = { pods: CLIENT, calls: [{ with: SERVER, ports: [80, { udp: 81 }] }] };
    const ports = [
      { protocol: "TCP", port: 80 },
      { protocol: "UDP", port: 81 },
    ];

    expect(specOf("client", client, { pods: SERVER })).toMatchObject({
      podSelector: { matchLabels: { app: "client" } },
      egress: [
        { to: [{ namespaceSelector: platform, podSelector: { matchLabels: { app: "server" } } }], ports },
      ],
    });
    expect(specOf("server", client, { pods: SERVER })).toMatchObject({
      ingress: [
        { from: [{ namespaceSelector: platform, podSelector: { matchLabels: { app: "client" } } }], ports },
      ],
    });
  });

  it("leave out whom they name and is switched off, rather than let in everybody", () => {
    const client: NetworkPeer = {
      pods: CLIENT,
      accepts: [{ with: SERVER, ports: [80] }],
      calls: [{ with: SERVER, ports: [80] }],
    };

    expect(specOf("client", client)).toMatchObject({ ingress: [], egress: [] });
  });

  it("open the usual ports of what is around them, others or every one", () => {
    const egressTo = (call: NonNullable<NetworkPeer["calls"]>[number]) =>
      (specOf("client", { pods: CLIENT, calls: [call] }) as { egress: readonly unknown[] }).egress;
    const to = [{ ipBlock: { cidr: "0.0.0.0/0" } }];

    expect(egressTo({ with: "internet" })).toEqual([{ to, ports: [{ protocol: "TCP", port: 443 }] }]);
    expect(egressTo({ with: "internet", ports: [587] })).toEqual([
      { to, ports: [{ protocol: "TCP", port: 587 }] },
    ]);
    expect(egressTo({ with: "internet", ports: "every" })).toEqual([{ to }]);
  });
});

class Software extends Construct {
  readonly peers: readonly PlacedPeer[];

  constructor(scope: Construct, id: string, namespace: string, pods: Pods) {
    super(scope, id);
    this.peers = inNamespace(namespace, { pods });
  }
}

describe("peers of a tree", () => {
  it("are those of every construct in it, whatever the order of the constructs", () => {
    const namesIn = (...order: readonly Pods[]) => {
      const root = new RootConstruct();
      const below = new Construct(root, "below");
      new Software(root, "first", "b", order[0]!);
      new Software(below, "second", "b", order[1]!);
      new Software(below, "third", "a", SERVER);
      return peersWithin(root).map(({ namespace, pods }) => `${namespace}/${pods.name}`);
    };

    expect(namesIn(CLIENT, SERVER)).toEqual(["a/server", "b/client", "b/server"]);
    expect(namesIn(SERVER, CLIENT)).toEqual(namesIn(CLIENT, SERVER));
  });
});
