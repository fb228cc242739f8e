import type { AddonsConfig } from "../../settings/addons";

/** Where the platform's web applications answer 200 while they are well: host below the zone, and path. */
const HEALTH = {
  dex: { dex: "/healthz" },
  grafana: { grafana: "/api/health" },
  argoCd: { argo: "/healthz" },
  argoWorkflows: { "argo-workflows": "/" },
  oauth2Proxy: { prometheus: "/ping", alertmanager: "/ping" },
} as const satisfies Partial<Record<keyof AddonsConfig, Readonly<Record<string, string>>>>;

/** The addresses of the web applications that are switched on, by host. */
export const probedAddresses = (addons: AddonsConfig, zone: string): Record<string, string> =>
  Object.fromEntries(
    (Object.keys(HEALTH) as (keyof typeof HEALTH)[])
      .filter((service) => addons[service] !== false)
      .flatMap((service) => Object.entries(HEALTH[service]))
      .map(([host, path]) => [host, `https://${host}.${zone}${path}`]),
  );
