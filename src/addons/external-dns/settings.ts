import { z } from "zod";
import { HTTPS, chartAddon, chartSection, MONITORED } from "../../settings/addon-definition/definition";
import { CHART } from "./chart";
import { problemsOfExternalDns } from "./rules";

export const externalDns = chartAddon({
  chart: CHART,
  reaches: HTTPS,
  ownsRoles: () => ["external-dns"],
  config: chartSection({
    /** Domains whose records it keeps: the cluster's zone, or some below it. */
    domains: z.array(z.string()).readonly(),

    /** Names in annotations of Services as well as of Ingresses, for a reason: no policy compares those with each other. */
    services: z.union([z.strictObject({ reason: z.string() }).readonly(), z.literal(false)]),
  }),
  defaults: ({ clusterZone }) => ({ values: {}, domains: [clusterZone], services: false as const }),
  needs: MONITORED,
  rules: problemsOfExternalDns,
});
