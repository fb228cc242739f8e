import { Route } from "@cdktf/provider-aws/lib/route";
import { describe, expect, it } from "vitest";
import { ExtraRoutes } from "../../src/infrastructure/extra-routes";
import { Terraform } from "../support/terraform";

describe("ExtraRoutes", () => {
  it("lead from every subnet by each kind of target", () => {
    const terraform = Terraform.of((scope) => {
      new ExtraRoutes(scope, "routes", {
        routes: [
          { to: "10.1.0.0/16", by: { vpcPeering: "pcx-1" } },
          { to: "10.2.0.0/16", by: { virtualPrivateGateway: "vgw-1" } },
          { to: "10.3.0.0/16", by: { transitGateway: "tgw-1" } },
          { to: "10.4.0.0/16", by: { networkInterface: "eni-1" } },
        ],
        routeTableIds: { "private-a": "rtb-1" },
      });
    });

    expect(terraform.named(Route)).toMatchObject({
      "routes_private-a-to-10-1-0-0-16": { route_table_id: "rtb-1", vpc_peering_connection_id: "pcx-1" },
      "routes_private-a-to-10-2-0-0-16": { destination_cidr_block: "10.2.0.0/16", gateway_id: "vgw-1" },
      "routes_private-a-to-10-3-0-0-16": { transit_gateway_id: "tgw-1" },
      "routes_private-a-to-10-4-0-0-16": { network_interface_id: "eni-1" },
    });
  });
});
