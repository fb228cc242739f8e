import type { AddonsSettings } from "../../src/settings/addons";
import { testEnvironment } from "./environments";

/** Every add-on switched off. */
export const nothing: AddonsSettings = Object.fromEntries(
  Object.keys(testEnvironment.addons)
    .filter((name) => name !== "replicas" && name !== "registries")
    .map((name) => [name, false]),
);

/** What every other add-on stands on, with nothing on top: nothing is measured, shown or delivered. */
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
