import { problem, show } from "../checking/problem";
import type { ClusterEnvironmentConfig } from "../environment/environment";

/** Refuses a pool of public addresses that is none, and one that no load balancer takes an address from. */
export function addressPoolsAreUsed({
  cluster: { addressPool },
  addons,
}: ClusterEnvironmentConfig): string[] {
  if (addressPool === undefined) {
    return [];
  }
  const path = ["addressPool"];
  return [
    ...(/^ipam-pool-[0-9a-f]{8,17}$/.test(addressPool)
      ? []
      : [
          problem(
            path,
            'an id such as "ipam-pool-0a1b2c3d4e5f67890"',
            show(addressPool),
            "copy it: aws ec2 describe-ipam-pools",
          ),
        ]),
    ...(addons.awsLoadBalancerController
      ? []
      : [
          problem(
            path,
            "none, since addons.awsLoadBalancerController is off",
            show(addressPool),
            "leave it out: nothing makes load balancers",
          ),
        ]),
  ];
}
