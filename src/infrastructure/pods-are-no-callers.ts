import { Fn, Op, type Precondition, Token } from "cdktf";
import type { EksClusterProps } from "./eks-cluster";

/**
 * Stops a plan that would let the cluster's own pods call the public endpoint of the Kubernetes API: ranges of callers
 * must not have the addresses of the NAT gateways that Terraform makes. Pods inside the VPC get the private address from DNS, which network
 * policies judge.
 */
export const podsAreNoCallers = ({
  publicAccess,
  natAddresses,
}: Pick<EksClusterProps, "publicAccess" | "natAddresses">): Precondition[] => {
  // Terraform refuses a condition about nothing that it makes. The settings' rules have judged addresses that are written down.
  const unknown = natAddresses.filter((address) => Token.isUnresolved(address));
  return publicAccess === false || publicAccess === "every-address" || unknown.length === 0
    ? []
    : publicAccess.map((cidr) => {
        const [network, prefix] = cidr.split("/");
        return {
          condition: Fn.alltrue(
            unknown.map((address) => Op.neq(Fn.cidrhost(Fn.join("/", [address, prefix!]), 0), network)),
          ),
          errorMessage:
            `endpointAccess.public.cidrs: expected none of the cluster's own NAT gateways, got "${cidr}"; ` +
            "pods would reach the Kubernetes API by its public address. List narrower ranges.",
        };
      });
};
