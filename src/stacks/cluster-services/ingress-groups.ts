import type { Ready } from "../../constructs/addon";
import { publish } from "../../constructs/outputs";
import { IngressGroups, type NamedGroup } from "../../addons/aws-load-balancer-controller/ingress-groups";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import { loadBalancerName } from "./load-balancer-name";
import type { Platform } from "./platform";

/** Groups of Ingresses of a cluster, by the names that other repositories find them by. */
const groupsIn = ({ addons, cluster, organisation, dns }: ClusterEnvironment): NamedGroup[] =>
  addons.awsLoadBalancerController === false
    ? []
    : Object.entries(addons.awsLoadBalancerController.groups).map(([name, group]) => ({
        ...group,
        name,
        loadBalancerName: loadBalancerName(name, cluster, organisation),
        host: `${name}.${dns.clusterSubdomain}.${dns.publicZone}`,
      }));

/** Hosts of the groups, which the platform's own Ingresses have. */
export const hostsOfGroups = (environment: ClusterEnvironment): string[] =>
  groupsIn(environment).map(({ host }) => host);

/** Makes the load balancers that Ingresses share, and publishes their names and hosts; nothing where there are none. */
export function installIngressGroups(
  { stack, environment, shared, publicSubnetIds }: Platform,
  after: Ready | false,
): void {
  const groups = groupsIn(environment);
  if (groups.length === 0) {
    return;
  }
  new IngressGroups(stack, "ingress-groups", {
    namespace: shared.namespace,
    groups,
    subnetIds: publicSubnetIds(),
    accessLogsBucket: shared.cluster.loadBalancerLogsBucket,
    addressPool: shared.cluster.addressPool,
    ipv6: shared.cluster.ipv6,
    after: [after],
  });
  const byName = (value: (group: NamedGroup) => string): Readonly<Record<string, string>> =>
    Object.fromEntries(groups.map((group) => [group.name, value(group)]));

  publish(stack, {
    ingress_group_load_balancer_names: byName(({ loadBalancerName: name }) => name),
    ingress_group_hosts: byName(({ host }) => host),
  });
}
