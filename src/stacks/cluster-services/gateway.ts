import type { Constraint } from "../../addons/gatekeeper/constraint";
import { SharedGateway } from "../../addons/aws-load-balancer-controller/gateway";
import type { GatewayConfig } from "../../addons/aws-load-balancer-controller/gateway-settings";
import type { Ready } from "../../constructs/addon";
import type { HelmValues } from "../../constructs/helm-values";
import { GATEWAY } from "../../names/gateway-names";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import { ROUTE_KINDS } from "../../settings/namespaces/argo-kinds";
import { applicationNamespaces, ofApplications } from "../../settings/namespaces/namespaces";
import type { Application } from "../../settings/products/applications";
import { loadBalancerName } from "./load-balancer-name";
import type { Platform } from "./platform";

/** Settings of the load balancer that routes share; `false` where there is none. */
export const gatewayOf = ({
  addons: { awsLoadBalancerController: controller },
}: Pick<ClusterEnvironment, "addons">): GatewayConfig | false => controller && controller.gateway;

/** Kinds of routes that a project may have, where the cluster has a load balancer for them. */
export const routeKinds = (environment: Pick<ClusterEnvironment, "addons">) =>
  gatewayOf(environment) === false ? [] : ROUTE_KINDS;

/** Makes the load balancer that routes share, and listeners for the hosts of applications; nothing where there is none. */
export function installGateway(
  { stack, environment, shared, publicSubnetIds }: Platform,
  applications: readonly Application[],
  after: Ready | false,
): void {
  const gateway = gatewayOf(environment);
  if (gateway === false) {
    return;
  }
  const { cluster, namespace } = shared;
  new SharedGateway(stack, "gateway", {
    ...gateway,
    namespace,
    loadBalancerName: loadBalancerName(GATEWAY, cluster, environment.organisation),
    namespaceLabel: ofApplications(environment.organisation),
    hosts: hostsOf(environment, applications, cluster.dnsZone.name),
    subnetIds: publicSubnetIds(),
    accessLogsBucket: cluster.loadBalancerLogsBucket,
    addressPool: cluster.addressPool,
    after: [after],
  });
}

/** Hosts of each namespace of applications that has any. */
const hostsOf = (
  { organisation, dns }: ClusterEnvironment,
  applications: readonly Application[],
  zone: string,
): Readonly<Record<string, readonly string[]>> => {
  const domains = [zone, ...(dns.publishingDomain === undefined ? [] : [dns.publishingDomain])];
  return Object.fromEntries(
    applicationNamespaces(organisation)
      .map(
        (namespace) =>
          [
            namespace,
            [
              ...new Set(
                applications
                  .filter((one) => one.namespace === namespace)
                  .flatMap(({ hosts }) =>
                    hosts.flatMap((label) => domains.map((domain) => `${label}.${domain}`)),
                  ),
              ),
            ].sort(),
          ] as const,
      )
      .filter(([, hosts]) => hosts.length > 0),
  );
};

/** Policy of routes, with the hosts that the one of Ingresses has, where routes have a load balancer. */
export const routeHosts = (
  environment: ClusterEnvironment,
  ofIngresses: Partial<Constraint>,
): { readonly "declared-route-hosts"?: Partial<Constraint> } =>
  gatewayOf(environment) === false
    ? {}
    : {
        "declared-route-hosts": {
          namespaces: applicationNamespaces(environment.organisation),
          parameters: ofIngresses.parameters as HelmValues,
        },
      };
