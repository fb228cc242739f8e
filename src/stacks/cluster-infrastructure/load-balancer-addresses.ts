import type { TerraformStack } from "cdktf";
import { LoadBalancerAddresses } from "../../infrastructure/load-balancer-addresses";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import { addressedLoadBalancers } from "../cluster-outputs";

/** Adds the fixed addresses of network load balancers; `false` in a cluster without such. */
export function addLoadBalancerAddresses(
  stack: TerraformStack,
  environment: ClusterEnvironment,
): LoadBalancerAddresses | false {
  const { cluster, network, deletionProtection } = environment;
  const names = addressedLoadBalancers(environment);
  return (
    names.length > 0 &&
    new LoadBalancerAddresses(stack, "load-balancer-addresses", {
      clusterName: cluster.name,
      names,
      zones: Object.keys(network.subnets.public),
      pool: cluster.addressPool,
      protected: deletionProtection === true,
    })
  );
}
