import type { Organisation } from "../../settings/organisation/organisation";
import type { Cluster } from "../../constructs/cluster";
import { loadBalancerName as nameIn } from "../../names/cluster-names";

/** Name of an application's load balancer, unique in an account that has more than one cluster. */
export const loadBalancerName = (
  application: string,
  { name }: Pick<Cluster, "name">,
  { defaults }: Organisation,
): string => (name === defaults.clusterName ? application : nameIn(application, name));
