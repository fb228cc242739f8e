import { listenerSet } from "../../constructs/listener-set";
import type { Manifest } from "../../constructs/manifests";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import { PLATFORM_NAMESPACES } from "../../settings/namespaces/namespaces";
import type { Tenant } from "../../settings/products/products";
import { gatewayOf } from "../cluster-services/gateway";

/** Hosts that a tenant's file wants visible to the same visitors as the shared load balancer. */
const VISIBILITY = { "internet-facing": "public", internal: "internal" } as const;

/** Listeners of the shared load balancer for the hosts of a tenant; none where either is missing. */
export function listenersOf(
  { namespace, settings: { ingress = [] } }: Tenant,
  environment: ClusterEnvironment,
): Manifest[] {
  const gateway = gatewayOf(environment);
  const hosts = gateway
    ? ingress.filter(({ visibility }) => visibility === VISIBILITY[gateway.scheme]).map(({ host }) => host)
    : [];
  return hosts.length === 0
    ? []
    : [listenerSet({ namespace, gatewayNamespace: PLATFORM_NAMESPACES.services, hosts })];
}
