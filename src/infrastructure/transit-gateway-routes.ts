import { Ec2TransitGatewayVpcAttachment } from "@cdktf/provider-aws/lib/ec2-transit-gateway-vpc-attachment";
import { Route } from "@cdktf/provider-aws/lib/route";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";

export interface TransitGatewayRoutesProps {
  readonly clusterName: string;
  readonly transitGatewayId: string;

  /** Ranges behind the gateway. */
  readonly destinations: readonly string[];

  /** Route tables by the name of their subnet. */
  readonly routeTableIds: Readonly<Record<string, string>>;

  /**
   * Attachment of the VPC, one subnet for each zone. A VPC has one for a gateway.
   *
   * @default - none: another cluster of the VPC attaches it
   */
  readonly attachment?: { readonly vpcId: string; readonly subnetIds: readonly string[] };
}

/**
 * Routes from the subnets of a cluster to other networks, by a transit gateway.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html
 */
export class TransitGatewayRoutes extends Construct {
  constructor(scope: Construct, id: string, props: TransitGatewayRoutesProps) {
    super(scope, id);
    const { transitGatewayId, destinations, routeTableIds } = props;

    const after = this.attachment(props);
    for (const [subnet, routeTableId] of Object.entries(routeTableIds)) {
      for (const destinationCidrBlock of destinations) {
        new Route(this, `${subnet}-to-${destinationCidrBlock.replaceAll(/[./]/g, "-")}`, {
          routeTableId,
          destinationCidrBlock,
          transitGatewayId,
          dependsOn: after,
        });
      }
    }
  }

  private attachment({
    clusterName,
    transitGatewayId,
    attachment,
  }: TransitGatewayRoutesProps): ITerraformDependable[] {
    return attachment === undefined
      ? []
      : [
          new Ec2TransitGatewayVpcAttachment(this, "attachment", {
            transitGatewayId,
            vpcId: attachment.vpcId,
            subnetIds: [...attachment.subnetIds],
            tags: { Name: `${clusterName}-eks` },
          }),
        ];
  }
}
