import { z } from "zod";
import { section } from "../../settings/addon-definition/section";
import { listOf, namedValues } from "../../settings/checking/exact-object";

export const NETWORK_LOAD_BALANCER = section({
  /** Namespace of the application behind it. */
  namespace: z.string(),

  /** Labels of the pods behind it. */
  pods: namedValues(z.string()),

  /** TCP ports of the pods, by the port at which it listens. */
  ports: namedValues(z.number()),

  /**
   * Ranges of its visitors.
   *
   * @default - every address
   */
  visitors: listOf(z.string()).optional(),
});

/** A load balancer that passes TCP on, at addresses that stay. */
export type NetworkLoadBalancerConfig = Readonly<z.infer<typeof NETWORK_LOAD_BALANCER>>;

type ByName = Readonly<Record<string, NetworkLoadBalancerConfig>>;

interface WithController {
  readonly addons: { readonly awsLoadBalancerController: { readonly networkLoadBalancers: ByName } | false };
}

/** Network load balancers of a cluster by name; none without the controller that makes them. */
export const networkLoadBalancersOf = ({ addons: { awsLoadBalancerController } }: WithController): ByName =>
  awsLoadBalancerController === false ? {} : awsLoadBalancerController.networkLoadBalancers;
