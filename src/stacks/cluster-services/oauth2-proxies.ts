import { alertmanagerAddress, prometheusAddress } from "../../addons/kube-prometheus-stack/addresses";
import {
  ALERTMANAGER,
  ALERTMANAGER_PORTS,
  PROMETHEUS,
  PROMETHEUS_PORTS,
} from "../../addons/kube-prometheus-stack/network";
import { OAuth2Proxy } from "../../addons/oauth2-proxy/oauth2-proxy";
import { PLATFORM_NAMESPACES } from "../../settings/namespaces/namespaces";
import { hasTeams } from "../../settings/sign-in/identity-provider";
import type { Foundation } from "./foundation";
import { loadBalancerName } from "./load-balancer-name";
import type { Platform } from "./platform";

const namespace = PLATFORM_NAMESPACES.monitoring;

/** Applications without a sign-in of their own. */
const UPSTREAMS = {
  prometheus: {
    upstream: prometheusAddress(namespace),
    upstreamPods: { with: PROMETHEUS, ports: PROMETHEUS_PORTS },
  },
  alertmanager: {
    upstream: alertmanagerAddress(namespace),
    upstreamPods: { with: ALERTMANAGER, ports: ALERTMANAGER_PORTS },
  },
};

/** Installs proxies that admit the read-write team alone to Prometheus and Alertmanager. */
export function installProxies(
  { stack, environment, shared }: Platform,
  { monitors, loadBalancers, dns, clients }: Foundation,
): void {
  const { addons } = environment;
  if (!addons.oauth2Proxy || !addons.dex) {
    return;
  }
  for (const [application, ofUpstream] of Object.entries(UPSTREAMS)) {
    new OAuth2Proxy(stack, `${application}-oauth2-proxy`, {
      ...shared,
      ...addons.oauth2Proxy,
      namespace,
      application,
      ...ofUpstream,
      zone: shared.cluster.dnsZone.name,
      // With sign-in by password there are no teams.
      team: hasTeams(addons.dex) ? addons.dex.readWriteTeam : undefined,
      loadBalancerName: loadBalancerName(application, shared.cluster, environment.organisation),
      after: [monitors, loadBalancers, dns, clients],
    });
  }
}
