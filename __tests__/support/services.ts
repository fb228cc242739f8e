import type { AddonsSettings } from "../../src/settings/addons";
import { testEnvironment } from "./environments";

/** Every add-on switched off. */
export const nothing: AddonsSettings = Object.fromEntries(
  Object.keys(testEnvironment.addons)
    .filter((name) => name !== "replicas" && name !== "registries")
    .map((name) => [name, false]),
);

/** Every add-on switched on, those among them that are off by default. */
export const everyAddon = {
  addons: {
    metricsServer: {},
    prometheusPushgateway: {},
    prometheusAdapter: { metrics: { queue_length: { series: "queue_length", query: "max(queue_length)" } } },
  },
  cluster: { eksAddons: { "metrics-server": false } },
} as const;

/** Add-ons that every other one needs, and no more: nothing is measured, shown or delivered. */
export const foundation: AddonsSettings = {
  ...nothing,
  prometheusOperatorCrds: {},
  externalSecrets: {},
  externalDns: {},
  awsLoadBalancerController: {},
  clusterAutoscaler: {},
  ebsCsiDriver: {},
  dex: {},
};
