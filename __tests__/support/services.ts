import type { AddonsSettings } from "../../src/settings/addons";
import { legacySubnets } from "../../src/platform/legacy-subnets";
import { type OneCluster, testEnvironment } from "./environments";

/** Every add-on switched off. */
export const nothing: AddonsSettings = Object.fromEntries(
  Object.keys(testEnvironment.addons)
    .filter((name) => name !== "replicas" && name !== "registries")
    .map((name) => [name, false]),
);

/** Add-ons of this platform that Argo CD installs, installed by Terraform instead. */
export const byTerraform = {
  clusterAutoscaler: { installedBy: "terraform" },
  reloader: { installedBy: "terraform" },
} as const;

/** Every add-on switched on and installed by Terraform, those among them that are off by default. */
export const everyAddon = {
  addons: {
    ...byTerraform,
    metricsServer: {},
    certManager: {},
    efsCsiDriver: {},
    gatewayApiCrds: {},
    velero: {},
    prometheusPushgateway: {},
    prometheusAdapter: { metrics: { queue_length: { series: "queue_length", query: "max(queue_length)" } } },
  },
  cluster: {
    eksAddons: { "metrics-server": false },
    endpointAccess: {
      relay: { kind: "teleport", proxy: "acme.teleport.sh:443", tokenName: "production-govuk" },
      agents: {
        image: `docker.io/hashicorp/tfc-agent:latest@sha256:${"0".repeat(64)}`,
        tokenSecret: "govuk/terraform-agents",
      },
    },
  },
} as const;

/** Add-ons of a cluster whose nodes Karpenter makes, and no others. */
export const karpenter: OneCluster = {
  addons: { ...nothing, prometheusOperatorCrds: {}, karpenterCrd: {}, karpenter: {} },
  cluster: {
    compute: {
      kind: "karpenter",
      controller: "fargate",
      nodePools: { arm: { limits: { cpu: 64, memoryGib: 256 } } },
    },
  },
  externalServices: { sentry: false, uptime: false },
  grafanaDatabase: false,
};

/** Add-ons of a cluster that Flux delivers to, and no others. */
export const flux: OneCluster = {
  addons: {
    ...nothing,
    prometheusOperatorCrds: {},
    flux: {
      platform: { repository: "alphagov/fleet", branch: "main", path: "platform" },
      customers: { repository: "alphagov/customers", branch: "main", path: "clusters/govuk" },
    },
  },
  cluster: { gitops: "flux" },
  externalServices: { sentry: false, uptime: false },
  grafanaDatabase: false,
};

/** Add-ons of a cluster whose pods have their addresses from Cilium, and no others. */
export const cilium: OneCluster = {
  addons: { ...nothing, prometheusOperatorCrds: {}, cilium: {} },
  network: {
    vpc: {
      cidr: "10.13.0.0/16",
      legacySubnets: legacySubnets("10.13.0.0/16", { neptune: false }),
      secondaryCidrs: ["100.64.0.0/16"],
    },
    subnets: { pods: { a: "100.64.0.0/18", b: "100.64.64.0/18", c: "100.64.128.0/18" } },
  },
  cluster: { version: "1.35", podNetwork: { engine: "cilium", mode: "eni" } },
  externalServices: { sentry: false, uptime: false },
  grafanaDatabase: false,
};

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
