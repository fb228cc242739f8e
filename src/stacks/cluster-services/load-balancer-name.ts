import type { Organisation } from "../../settings/organisation/organisation";
import type { Cluster } from "../../constructs/cluster";

/** The name of an application's load balancer: unique in an account that has more than one cluster. */
export const loadBalancerName = (
  application: string,
  { name }: Pick<Cluster, "name">,
  { defaults }: Organisation,
): string => (name === defaults.clusterName ? application : `${application}-${name}`);
