import type { ServicesSettings } from "../../src/settings/addons/addons";
import { testEnvironment } from "./environments";

/** Every add-on switched off. */
export const nothing: ServicesSettings = Object.fromEntries(
  Object.keys(testEnvironment.services)
    .filter((name) => name !== "replicas" && name !== "registries")
    .map((name) => [name, false]),
);

/** What every other add-on stands on, with nothing on top: nothing is measured, shown or delivered. */
export const foundation: ServicesSettings = {
  ...nothing,
  prometheusOperatorCrds: {},
  externalSecrets: {},
  externalDns: {},
  awsLoadBalancerController: {},
  clusterAutoscaler: {},
  ebsCsiDriver: {},
  dex: {},
};
