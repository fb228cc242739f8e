import { Ec2TransitGatewayVpcAttachment } from "@cdktf/provider-aws/lib/ec2-transit-gateway-vpc-attachment";
import { Route } from "@cdktf/provider-aws/lib/route";
import { describe, expect, it } from "vitest";
import {
  TransitGatewayRoutes,
  type TransitGatewayRoutesProps,
} from "../../src/infrastructure/transit-gateway-routes";
import { Terraform } from "../support/terraform";

const routesWith = (attachment: Pick<TransitGatewayRoutesProps, "attachment">) =>
  Terraform.of((scope) => {
    new TransitGatewayRoutes(scope, "gateway", {
      clusterName: "freight",
      transitGatewayId: "tgw-1",
      destinations: ["10.40.0.0/16", "10.41.0.0/16"],
      routeTableIds: { "control-plane-a": "rtb-1", "private-a": "rtb-2" },
      ...attachment,
    });
  });

describe("TransitGatewayRoutes", () => {
  const attached = routesWith({ attachment: { vpcId: "vpc-1", subnetIds: ["subnet-a"] } });

  it("lead from every subnet to every network behind the gateway", () => {
    expect(attached.all(Route).map((route) => [route.route_table_id, route.destination_cidr_block])).toEqual([
      ["rtb-1", "10.40.0.0/16"],
      ["rtb-1", "10.41.0.0/16"],
      ["rtb-2", "10.40.0.0/16"],
      ["rtb-2", "10.41.0.0/16"],
    ]);
  });

  it("come after the attachment, without which AWS refuses them", () => {
    expect(attached.only(Ec2TransitGatewayVpcAttachment)).toMatchObject({
      transit_gateway_id: "tgw-1",
      subnet_ids: ["subnet-a"],
    });
    expect(attached.all(Route)[0]!.depends_on).toEqual([
      "aws_ec2_transit_gateway_vpc_attachment.gateway_attachment",
    ]);
  });

  it("leave the attachment to the cluster that makes it", () => {
    expect(routesWith({}).all(Ec2TransitGatewayVpcAttachment)).toEqual([]);
  });
});
