import type { Organisation } from "../../settings/organisation/organisation";
import type { Cluster } from "../../constructs/cluster";

/** Name of an application's load balancer, unique in an account with more than one cluster. */
export const loadBalancerName = (
  application: string,
  { name }: Pick<Cluster, "name">,
  { defaults }: Organisation,
): string => (name === defaults.clusterName ? application : `${application}-${name}`);
