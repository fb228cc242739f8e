import { GATEWAY, GATEWAY_API, LISTENERS } from "../names/gateway-names";
import type { Manifest } from "./manifests";

/** Listeners that a ListenerSet may have. */
export const MOST_LISTENERS = 64;

export interface ListenerSetProps {
  readonly namespace: string;

  /** Namespace of the Gateway. */
  readonly gatewayNamespace: string;

  /** Hosts that the namespace declares, at most 64. */
  readonly hosts: readonly string[];
}

/**
 * Listeners of the shared Gateway for the hosts of one namespace: no route of another namespace attaches to them, and
 * none answers for another host. The controller finds certificates by the hosts.
 *
 * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/gateway/listenersets/
 */
export const listenerSet = ({ namespace, gatewayNamespace, hosts }: ListenerSetProps): Manifest => ({
  apiVersion: `${GATEWAY_API}/v1`,
  kind: "ListenerSet",
  metadata: { name: LISTENERS, namespace },
  spec: {
    parentRef: { group: GATEWAY_API, kind: "Gateway", name: GATEWAY, namespace: gatewayNamespace },
    listeners: hosts.map((hostname, index) => ({
      name: `host-${index}`,
      hostname,
      port: 443,
      protocol: "HTTPS",
      allowedRoutes: { namespaces: { from: "Same" } },
    })),
  },
});
