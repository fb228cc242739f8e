import { Route } from "@cdktf/provider-aws/lib/route";
import { Construct } from "constructs";

/** Id of what a route leads to, which exists. */
export type RouteTarget =
  | { readonly vpcPeering: string }
  | { readonly virtualPrivateGateway: string }
  | { readonly transitGateway: string }
  | { readonly networkInterface: string };

export interface ExtraRoutesProps {
  readonly routes: readonly { readonly to: string; readonly by: RouteTarget }[];

  /** Route tables by the name of their subnet. */
  readonly routeTableIds: Readonly<Record<string, string>>;
}

/**
 * Routes from the subnets of a cluster to networks that something else already leads to.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/route-table-options.html
 */
export class ExtraRoutes extends Construct {
  constructor(scope: Construct, id: string, { routes, routeTableIds }: ExtraRoutesProps) {
    super(scope, id);

    for (const [subnet, routeTableId] of Object.entries(routeTableIds)) {
      for (const { to, by } of routes) {
        new Route(this, `${subnet}-to-${to.replaceAll(/[./]/g, "-")}`, {
          routeTableId,
          destinationCidrBlock: to,
          ...targetOf(by),
        });
      }
    }
  }
}

/** Target of a route, as Terraform takes it. */
function targetOf(by: RouteTarget) {
  if ("vpcPeering" in by) {
    return { vpcPeeringConnectionId: by.vpcPeering };
  }
  if ("virtualPrivateGateway" in by) {
    return { gatewayId: by.virtualPrivateGateway };
  }
  return "transitGateway" in by
    ? { transitGatewayId: by.transitGateway }
    : { networkInterfaceId: by.networkInterface };
}
