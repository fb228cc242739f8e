import { readAccessFile } from "../../../src/settings/access/access-file";
import type { PlatformSettings } from "../../../src/settings/define-platform";
import { accessLevels } from "../../../examples/cloud-posse/access-levels";
import { organisation } from "../../../examples/cloud-posse/organisation";

/** Everything that the example of cdk-eks-blueprints has not. */
const OFF = {
  argoCd: false,
  argoWorkflows: false,
  dex: false,
  externalDns: false,
  fluentBit: false,
  gatekeeper: false,
  grafana: false,
  kubePrometheusStack: false,
  kyverno: false,
  oauth2Proxy: false,
  prometheusAdapter: false,
  prometheusBlackboxExporter: false,
  prometheusPushgateway: false,
  reloader: false,
  renovate: false,
  seal: false,
  tempo: false,
} as const;

/**
 * Platform with what the example of cdk-eks-blueprints has, for `npm run bench -- --peer`: one cluster with the VPC CNI,
 * the load balancer controller, cert-manager, External Secrets, metrics-server, Karpenter on a node group, and the EBS driver.
 */
export const platform: PlatformSettings = {
  organisation,
  environments: [
    {
      name: "sandbox",
      backend: { type: "local" },
      network: { vpc: { cidr: "10.31.0.0/16" } },
      serviceLinkedRoles: { spot: "make" },
      clusters: {
        freight: {
          compute: {
            kind: "karpenter",
            controller: "node-groups",
            nodePools: { any: { capacityTypes: ["on-demand", "spot"], limits: { cpu: 64, memoryGib: 256 } } },
          },
          grafanaDatabase: false,
          workflowsDatabase: false,
          eksAddons: { "aws-network-flow-monitoring-agent": false },
          addons: { ...OFF, certManager: {} },
          access: readAccessFile("sandbox", "examples/cloud-posse/access", Object.keys(accessLevels)),
        },
      },
    },
  ],
};
