import type { Needs } from "../../settings/addon-definition/definition";
import { problemsOfReason } from "../../settings/checking/reason";
import { problemsOfGroups } from "./group-rules";
import { problemsOfNetworkLoadBalancers } from "./network-load-balancer-rules";
import type { ClusterEnvironmentConfig } from "../../settings/environment/environment";

/** Problems of load balancers. */
export const problemsOfController = (config: ClusterEnvironmentConfig): string[] => [
  ...shieldIsOffForAReason(config),
  ...problemsOfGroups(config),
  ...problemsOfNetworkLoadBalancers(config),
];

/** Needs what a gateway is made of, and what gives its hosts their records. */
export function gatewayHasItsKinds({ addons }: ClusterEnvironmentConfig): Needs {
  const controller = addons.awsLoadBalancerController;
  return controller === false || controller.gateway === false
    ? {}
    : { gatewayApiCrds: "the kinds of its gateway", externalDns: "records of its hosts" };
}

/** Refuses to switch Shield Advanced off without a reason: Ingresses that ask for it would stay unprotected. */
function shieldIsOffForAReason({ addons }: ClusterEnvironmentConfig): string[] {
  const controller = addons.awsLoadBalancerController;
  return controller === false || controller.shield === true
    ? []
    : problemsOfReason(
        controller.shield.reason,
        ["addons", "awsLoadBalancerController", "shield", "reason"],
        "say why load balancers need no protection, or write shield: true",
      );
}
