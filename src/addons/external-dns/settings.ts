import { z } from "zod";
import { chartAddon, chartSection, MONITORED } from "../../settings/addon-definition/definition";
import { CHART } from "./chart";
import { domainsLieInTheZone } from "./rules";

export const externalDns = chartAddon({
  chart: CHART,
  ownsRoles: () => ["external-dns"],
  config: chartSection({
    /** Domains whose records it keeps: the cluster's zone, or some below it. */
    domains: z.array(z.string()).readonly(),
  }),
  defaults: ({ clusterZone }) => ({ values: {}, domains: [clusterZone] }),
  needs: MONITORED,
  rules: domainsLieInTheZone,
});
