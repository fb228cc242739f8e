import { Eip } from "@cdktf/provider-aws/lib/eip";
import { Construct } from "constructs";

export interface LoadBalancerAddressesProps {
  readonly clusterName: string;

  /** Names of the load balancers, each of which has addresses of its own. */
  readonly names: readonly string[];

  /** Letters of the availability zones, each of which has an address of each load balancer. */
  readonly zones: readonly string[];

  /**
   * Id of the IPAM pool that the addresses come from.
   *
   * @default - AWS chooses addresses, which stay all the same
   */
  readonly pool?: string | undefined;

  /** Terraform refuses to destroy addresses that partners may have allow-listed. */
  readonly protected: boolean;
}

/**
 * Addresses of network load balancers, which outlive these.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/elastic-ip-addresses-eip.html
 */
export class LoadBalancerAddresses extends Construct {
  /** Ids of the addresses: of each load balancer in turn, those of its zones in turn. */
  readonly allocationIds: readonly string[];

  /** The addresses, by the name of the load balancer. */
  readonly addresses: Readonly<Record<string, readonly string[]>>;

  constructor(scope: Construct, id: string, props: LoadBalancerAddressesProps) {
    super(scope, id);
    const { clusterName, names, zones, pool } = props;
    const made = names.map((name) =>
      zones.map(
        (zone) =>
          new Eip(this, `${name}-${zone}`, {
            domain: "vpc",
            ...(pool !== undefined && { ipamPoolId: pool }),
            tags: { Name: `${clusterName}-eks-${name}-${zone}` },
            lifecycle: { preventDestroy: props.protected },
          }),
      ),
    );

    this.allocationIds = made.flat().map((address) => address.allocationId);
    this.addresses = Object.fromEntries(
      names.map((name, index) => [name, made[index]!.map(({ publicIp }) => publicIp)]),
    );
  }
}
