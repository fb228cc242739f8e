import type { AlertingConfig, ReceiverConfig, RouteConfig } from "../alerting/alerting";
import { namespaceOwner } from "./namespace-owner";
import type { Tenant } from "./products";
import type { ProductConfig } from "./schema";

/** Ways in which a cluster's Alertmanager can tell a team. */
export type AlertWay = NonNullable<ProductConfig["owner"]["alerts"]>;

/** Ways for which Alertmanager has what it needs: the address of a Slack workspace, or a mail server. */
export const alertWays = ({ receivers, smtp }: AlertingConfig): AlertWay[] => [
  ...(Object.values(receivers).some(({ kind }) => kind === "slack") ? (["slack"] as const) : []),
  ...(smtp === undefined ? [] : (["email"] as const)),
];

/**
 * Alerting with a receiver and a route for each product that wants its team told. The platform's own routes go on to have
 * their say, so that no team can keep an alert from the engineers on call.
 */
export function withProducts(alerting: AlertingConfig, tenants: readonly Tenant[]): AlertingConfig {
  const told = tenants.filter(({ product }) => product.owner.alerts !== undefined);
  const products = [...new Set(told.map(({ product }) => product))];

  return products.length === 0
    ? alerting
    : {
        ...alerting,
        receivers: {
          ...alerting.receivers,
          ...Object.fromEntries(products.map((product) => [nameOf(product), receiverOf(product)])),
        },
        routes: [
          ...products.map((product) =>
            routeOf(
              product,
              told.filter((tenant) => tenant.product === product).map(({ namespace }) => namespace),
            ),
          ),
          ...alerting.routes,
        ],
      };
}

const nameOf = ({ product }: ProductConfig): string => `product-${product}`;

function receiverOf(product: ProductConfig): ReceiverConfig {
  const { alerts, channel, email } = namespaceOwner(product);
  return alerts === "slack" && channel !== undefined
    ? { kind: "slack", channel }
    : { kind: "email", to: email };
}

const routeOf = (product: ProductConfig, namespaces: readonly string[]): RouteConfig => ({
  match: { namespace: namespaces },
  receiver: nameOf(product),
  continue: true,
});
