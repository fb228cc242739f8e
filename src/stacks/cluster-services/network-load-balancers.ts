import { networkLoadBalancersOf } from "../../addons/aws-load-balancer-controller/network-load-balancer-settings";
import {
  type AddressedLoadBalancer,
  annotationsOf,
  NetworkLoadBalancers,
} from "../../addons/aws-load-balancer-controller/network-load-balancers";
import type { PolicyException } from "../../addons/gatekeeper/template";
import type { Ready } from "../../constructs/addon";
import type { HelmValues } from "../../constructs/helm-values";
import { loadBalancerName } from "./load-balancer-name";
import type { Platform } from "./platform";

/** Network load balancers of a cluster, with their addresses. */
function balancersOf({ environment, loadBalancerAddresses }: Platform): AddressedLoadBalancer[] {
  const { cluster, organisation } = environment;
  const allocations = loadBalancerAddresses();
  return Object.entries(networkLoadBalancersOf(environment)).map(([name, balancer]) => ({
    ...balancer,
    name,
    loadBalancerName: loadBalancerName(name, cluster, organisation),
    allocationIds: allocations[name] ?? [],
  }));
}

/** Makes the load balancers with fixed addresses; nothing where there are none. */
export function installNetworkLoadBalancers(platform: Platform, after: Ready | false): void {
  const { stack, shared, publicSubnetIds } = platform;
  const balancers = balancersOf(platform);
  if (balancers.length > 0) {
    new NetworkLoadBalancers(stack, "network-load-balancers", {
      namespace: shared.namespace,
      balancers,
      subnetIds: publicSubnetIds(),
      after: [after],
    });
  }
}

/** Services of the platform's that have a load balancer of their own. */
export const servicesWithLoadBalancers = (environment: Platform["environment"]): PolicyException[] =>
  Object.entries(networkLoadBalancersOf(environment)).map(([name, { namespace }]) => ({ namespace, name }));

/** Annotations that these may have. */
export const annotationsOfNetworkLoadBalancers = (platform: Platform): HelmValues[] => {
  const balancers = balancersOf(platform);
  return balancers.length === 0
    ? []
    : balancers.flatMap((balancer) =>
        Object.entries(annotationsOf(balancer, platform.publicSubnetIds())).map(([name, value]) => ({
          name,
          values: [value],
          namespaces: [balancer.namespace],
        })),
      );
};
