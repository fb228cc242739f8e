import { join } from "node:path";
import { readAccessFile } from "../../src/settings/access/access-file";
import { giantSwarm } from "../../src/settings/environment/giant-swarm";
import type { EnvironmentSettings } from "../../src/settings/environment/environment";
import { accessLevels } from "./access-levels";
import { CERTIFICATE_AUTHORITY } from "./certificate-authority";
import { organisation } from "./organisation";

/** Reads who has access to the clusters of an environment, from `access/<environment>.yaml`. */
const accessTo = (environment: string) =>
  readAccessFile(environment, join(__dirname, "access"), Object.keys(accessLevels));

/** State of an environment, in a bucket of its account. */
const stateOf = (environment: string, region: string) =>
  ({
    type: "s3",
    bucket: `windfleet-terraform-state-${environment}`,
    kmsKeyArn: `arn:aws:kms:${region}:${organisation.accounts[environment]}:key/11111111-1111-4111-8111-111111111111`,
  }) as const;

const placeOf = (environment: string, region: string) => ({
  region,
  account: organisation.accounts[environment]!,
});

/** Ranges of the VPCs in which Cilium gives pods their addresses. No other network sees them, so that every VPC has the same. */
const PODS = {
  secondaryCidrs: ["100.64.0.0/16"],
  subnets: { pods: { a: "100.64.0.0/18", b: "100.64.64.0/18", c: "100.64.128.0/18" } },
};

/** Newest minor that Cilium's release is tried on. */
const NEWEST_WITH_CILIUM = "1.35";

/** Address of a cluster's API, as EKS chose it when the cluster was made. */
const apiOf = (digit: string, region: string) => ({
  endpoint: `https://${digit.repeat(32)}.gr7.${region}.eks.amazonaws.com`,
  certificateAuthority: CERTIFICATE_AUTHORITY,
});

/** Folders of the platform's repository and of an organisation's own that a cluster's Flux reads, as `examples/gitops` has them. */
const repositoriesOf = (customer: string, cluster: string) => ({
  platform: {
    repository: "windfleet/fleet",
    branch: "main",
    path: `platform/overlays/${cluster}`,
    credentialsPath: "windfleet/flux/github-app",
  },
  customers: {
    repository: `windfleet/${customer}`,
    branch: "main",
    path: `management-clusters/hub/organizations/${customer}/workload-clusters/${cluster}`,
  },
});

/** Environment of the management cluster, whose Argo CD deploys to every registered one. */
export const hub: EnvironmentSettings = giantSwarm({
  name: "hub",
  backend: stateOf("hub", "eu-central-1"),
  network: { vpc: { cidr: "10.60.0.0/16", secondaryCidrs: PODS.secondaryCidrs } },
  alarmEmailSecret: "windfleet/alarm-email",
  clusters: {
    hub: {
      fleet: {
        role: "management",
        place: placeOf("hub", "eu-central-1"),
        observability: {
          // Ids that AWS chose when the workspace and the sinks were made.
          workspace: "ws-01234567-89ab-4cde-8f01-23456789abcd",
          logSinks: {
            "eu-central-1": "arn:aws:oam:eu-central-1:111100001111:sink/11111111-1111-4111-8111-111111111111",
            "eu-west-1": "arn:aws:oam:eu-west-1:111100001111:sink/22222222-2222-4222-8222-222222222222",
          },
          receivers: {
            northwind: { emailSecret: "windfleet/northwind/alert-email" },
            southwind: { emailSecret: "windfleet/southwind/alert-email" },
          },
        },
      },
      version: NEWEST_WITH_CILIUM,
      subnets: PODS.subnets,
      grafanaDatabase: false,
      access: accessTo("hub"),
    },
  },
});

/** Environment of the first organisation: a cluster that is live, and one beside it that is not. */
export const northwind: EnvironmentSettings = giantSwarm({
  name: "northwind",
  backend: stateOf("northwind", "eu-central-1"),
  network: { vpc: { cidr: "10.61.0.0/16" } },
  clusters: {
    live: {
      main: true,
      fleet: {
        role: "workload",
        organisation: "northwind",
        hub: "hub",
        place: placeOf("northwind", "eu-central-1"),
        api: apiOf("A", "eu-central-1"),
      },
      access: accessTo("northwind"),
    },
    preview: {
      fleet: {
        role: "workload",
        organisation: "northwind",
        hub: "hub",
        place: placeOf("northwind", "eu-central-1"),
        // Its hub needs no address of it: Flux in the cluster itself delivers.
      },
      gitops: "flux",
      addons: { flux: repositoriesOf("northwind", "preview") },
      subnets: {
        controlPlane: { a: "10.61.120.0/28", b: "10.61.120.16/28", c: "10.61.120.32/28" },
        public: { a: "10.61.121.0/24", b: "10.61.122.0/24", c: "10.61.123.0/24" },
        private: { a: "10.61.124.0/22", b: "10.61.128.0/22", c: "10.61.132.0/22" },
      },
      nodeGroups: { "arm-blue": {} },
      access: accessTo("northwind"),
    },
  },
});

/** Environment of the second organisation, in another region. */
export const southwind: EnvironmentSettings = giantSwarm({
  name: "southwind",
  region: "eu-west-1",
  backend: stateOf("southwind", "eu-west-1"),
  network: { vpc: { cidr: "10.62.0.0/16", secondaryCidrs: PODS.secondaryCidrs } },
  clusters: {
    store: {
      fleet: {
        role: "workload",
        organisation: "southwind",
        hub: "hub",
        place: placeOf("southwind", "eu-west-1"),
        api: apiOf("B", "eu-west-1"),
      },
      version: NEWEST_WITH_CILIUM,
      subnets: PODS.subnets,
      // People of this customer sign in at their own Entra ID, whose groups access/southwind.yaml names.
      identityProvider: {
        issuer: "https://login.microsoftonline.com/22222222-2222-4222-8222-222222222222/v2.0",
        clientId: "33333333-3333-4333-8333-333333333333",
      },
      // The shop reaches its payment provider and AWS's APIs, and nothing else on the internet.
      namespaces: {
        shop: { internetPorts: [443], domains: ["api.payments.example.com", "*.eu-west-1.amazonaws.com"] },
      },
      access: accessTo("southwind"),
    },
  },
});
