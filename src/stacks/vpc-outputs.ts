import { Fn, type TerraformRemoteState, type TerraformStack, Token } from "cdktf";
import type { Vpc as VpcConfig } from "../settings/network/network";
import { publish } from "../constructs/outputs";

/** Facts about a VPC that other stacks need, even if the VPC is not ours. */
export interface Vpc {
  readonly id: string;
  readonly internetGatewayId: string;

  /** Way of private subnets to the internet by IPv6; `undefined` without a range of it. */
  readonly egressOnlyGatewayId: string | undefined;

  /** Private subnets outside the cluster, by name. */
  readonly privateSubnetIds: Readonly<Record<string, string>>;
  readonly privateRouteTableIds: readonly string[];
}

/** Names of the outputs. Other repositories read them too, so a name is never changed, only added. */
const OUTPUTS = {
  id: "id",
  internetGatewayId: "internet_gateway_id",
  egressOnlyGatewayId: "egress_only_gateway_id",
  privateSubnetIds: "private_subnet_ids",
  privateRouteTableIds: "private_subnet_route_table_ids",
} as const;

/** Publishes the outputs, for the stack that makes the VPC. */
export function publishVpc(stack: TerraformStack, vpc: Vpc): void {
  publish(stack, {
    [OUTPUTS.id]: vpc.id,
    [OUTPUTS.internetGatewayId]: vpc.internetGatewayId,
    ...(vpc.egressOnlyGatewayId !== undefined && { [OUTPUTS.egressOnlyGatewayId]: vpc.egressOnlyGatewayId }),
    [OUTPUTS.privateSubnetIds]: vpc.privateSubnetIds,
    [OUTPUTS.privateRouteTableIds]: vpc.privateRouteTableIds,
  });
}

/** Reads the VPC, for the stacks that use it. `outputs` is called only if the vpc stack made the VPC. */
export function readVpc(config: VpcConfig, outputs: () => TerraformRemoteState): Vpc {
  if ("existing" in config) {
    return { ...config.existing, egressOnlyGatewayId: config.existing.ipv6?.egressOnlyGatewayId };
  }
  const names = Object.keys(config.legacySubnets ?? {});
  const state = outputs();
  const ids = state.get(OUTPUTS.privateSubnetIds);
  const routeTables = state.getList(OUTPUTS.privateRouteTableIds);

  return {
    id: state.getString(OUTPUTS.id),
    internetGatewayId: state.getString(OUTPUTS.internetGatewayId),
    egressOnlyGatewayId: config.ipv6 === undefined ? undefined : state.getString(OUTPUTS.egressOnlyGatewayId),
    privateSubnetIds: Object.fromEntries(names.map((name) => [name, Token.asString(Fn.lookup(ids, name))])),
    privateRouteTableIds: names.map((_, index) => Token.asString(Fn.element(routeTables, index))),
  };
}
