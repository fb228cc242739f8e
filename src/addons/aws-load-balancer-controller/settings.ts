import { z } from "zod";
import { HTTPS, chartAddon, chartSection, MONITORED } from "../../settings/addon-definition/definition";
import { section } from "../../settings/addon-definition/section";
import { namedValues } from "../../settings/checking/exact-object";
import { CHART } from "./chart";
import { GATEWAY } from "./gateway-settings";
import { INGRESS_GROUP } from "./group-settings";
import { NETWORK_LOAD_BALANCER } from "./network-load-balancer-settings";
import { gatewayHasItsKinds, problemsOfController } from "./rules";

/** Shield Advanced: on, or off for a reason. */
const shield = z.union([
  z.literal(true),
  section({ off: z.literal(true), reason: z.string() }, 'true, or { off: true, reason: "…" }'),
]);

export type Shield = z.output<typeof shield>;

export const awsLoadBalancerController = chartAddon({
  chart: CHART,
  reaches: HTTPS,
  ownsRoles: () => ["aws-load-balancer-controller"],
  config: chartSection({
    /**
     * Protects the load balancers whose Ingress asks for Shield Advanced. The account needs the subscription.
     *
     * @see https://docs.aws.amazon.com/waf/latest/developerguide/ddos-advanced-summary.html
     */
    shield,

    /** Load balancers that Ingresses of several namespaces share, by the name of their IngressClass. */
    groups: namedValues(INGRESS_GROUP),

    /** Load balancers that pass TCP on to pods, at addresses that stay, by name. */
    networkLoadBalancers: namedValues(NETWORK_LOAD_BALANCER),

    /** One load balancer for the HTTPRoutes of all namespaces, with listeners for the hosts of each. `false` makes none. */
    gateway: GATEWAY,
  }),
  defaults: () => ({
    shield: true as const,
    groups: {},
    networkLoadBalancers: {},
    gateway: false as const,
    values: {},
  }),
  needs: MONITORED,
  needsAsSet: gatewayHasItsKinds,
  rules: problemsOfController,
});
