import type { ClusterEnvironment } from "../environment/environment";

/** Switch of security groups for pods, and the mode in which network policies hold for such pods too. */
const ENV = { ENABLE_POD_ENI: "true", POD_SECURITY_GROUP_ENFORCING_MODE: "standard" };

/**
 * True if pods of a cluster may have security groups of their own. Its nodes must be of types that can: those of the family `t`
 * cannot.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/security-groups-for-pods.html
 */
export const podsHaveSecurityGroups = ({ cluster }: Pick<ClusterEnvironment, "cluster">): boolean => {
  const env = cluster.eksAddons["vpc-cni"]?.configuration?.env;
  return (
    cluster.compute.kind !== "auto" &&
    typeof env === "object" &&
    env !== null &&
    Object.entries(ENV).every(([name, value]) => (env as Readonly<Record<string, unknown>>)[name] === value)
  );
};
