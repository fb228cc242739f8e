import type { NetworkPeer, Pods, Port } from "../../constructs/network-peers";
import type { Hubble } from "./settings";

/** Port of each agent at which it tells the relay of the flows of its node. */
const FLOWS: Port = 4244;

/** Port at which the relay answers. */
const RELAY_PORT: Port = 4245;

const RELAY: Pods = { name: "hubble-relay", labels: { "k8s-app": "hubble-relay" } };
const UI: Pods = { name: "hubble-ui", labels: { "k8s-app": "hubble-ui" } };

/** Jobs that make the certificates by which agents and relay know each other. */
const CERTIFICATES: Pods = {
  name: "hubble-generate-certs",
  labels: { "k8s-app": "hubble-generate-certs" },
};

/** Conversations of the pods with addresses of their own. Agents and operator have their node's. */
export const ciliumNetwork = (hubble: Hubble): NetworkPeer[] =>
  hubble === "metrics"
    ? []
    : [
        { pods: CERTIFICATES, calls: [{ with: "kubernetes-api" }] },
        { pods: RELAY, calls: [{ with: "every-pod", ports: [FLOWS] }] },
        ...(hubble === "ui"
          ? [
              {
                pods: UI,
                calls: [{ with: "kubernetes-api" as const }, { with: RELAY, ports: [RELAY_PORT] }],
              },
            ]
          : []),
      ];
