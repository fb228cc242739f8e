import type { AddonsSettings } from "../../src/settings/addons";
import { testEnvironment } from "./environments";

/** Every add-on switched off. */
export const nothing: AddonsSettings = Object.fromEntries(
  Object.keys(testEnvironment.addons)
    .filter((name) => name !== "replicas" && name !== "registries")
    .map((name) => [name, false]),
);

/** Every add-on switched on, those among them that production leaves to EKS. */
export const everyAddon = {
  addons: { metricsServer: {} },
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
