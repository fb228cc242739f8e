import type { AddonsConfig } from "../../settings/addons";

/** Hosts and paths on which the platform's healthy web applications answer 200, the hosts below the zone. */
const HEALTH = {
  dex: { dex: "/healthz" },
  grafana: { grafana: "/api/health" },
  argoCd: { argo: "/healthz" },
  argoWorkflows: { "argo-workflows": "/" },
  oauth2Proxy: { prometheus: "/ping", alertmanager: "/ping" },
} as const satisfies Partial<Record<keyof AddonsConfig, Readonly<Record<string, string>>>>;

/** Addresses of the web applications that are switched on, by host. */
export const probedAddresses = (addons: AddonsConfig, zone: string): Record<string, string> =>
  Object.fromEntries(
    (Object.keys(HEALTH) as (keyof typeof HEALTH)[])
      .filter((service) => addons[service] !== false)
      .flatMap((service) => Object.entries(HEALTH[service]))
      .map(([host, path]) => [host, `https://${host}.${zone}${path}`]),
  );
