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
  const { addons, cluster, organisation } = environment;
  if (addons.awsLoadBalancerController === false) {
    return [];
  }
  const allocations = loadBalancerAddresses();
  return Object.entries(addons.awsLoadBalancerController.networkLoadBalancers).map(([name, balancer]) => ({
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
export const servicesWithLoadBalancers = ({ addons }: Platform["environment"]): PolicyException[] =>
  addons.awsLoadBalancerController === false
    ? []
    : Object.entries(addons.awsLoadBalancerController.networkLoadBalancers).map(([name, { namespace }]) => ({
        namespace,
        name,
      }));

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
