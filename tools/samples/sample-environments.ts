import { ephemeral } from "./ephemeral";
import { SAML_CERTIFICATE } from "./saml-certificate";
import * as define from "../../src/settings/define/environments";
import { defineOrganisation } from "../../src/settings/define/organisation";
import {
  type Environment,
  type EnvironmentSettings,
  mainCluster,
} from "../../src/settings/environment/environment";
import { production } from "../../src/platform/environments/production";
import { containerRegistry } from "../../src/platform/container-registry";
import { organisation as organisationSettings } from "../../src/platform/organisation";
import { terraformCloud } from "../../src/platform/terraform-cloud";
import type { EksCapabilitiesSettings } from "../../src/settings/cluster/eks-capabilities";
import type { ClusterSettings } from "../../src/settings/cluster/cluster";
import type { AddonsSettings } from "../../src/settings/addons";

const govuk = production.clusters.govuk!;

/** The organisation with one account and environment more, which has the registry. */
const organisation = defineOrganisation({
  ...organisationSettings,
  accounts: { ...organisationSettings.accounts, outlying: "123456789012" },
  containerRegistry: { ...containerRegistry, environment: "outlying" },
  terraformCloud: {
    ...terraformCloud,
    environments: {
      ...terraformCloud.environments,
      outlying: {
        ...terraformCloud.environments.production!,
        pipelines: { plan: "Pipelines plan outlying", apply: "Pipelines apply outlying" },
      },
    },
  },
});

const defineEnvironment = (settings: EnvironmentSettings): Environment =>
  define.defineEnvironment(settings, organisation);

/** Settings like production's, but for their names. */
const like = (
  name: string,
  differences: Partial<EnvironmentSettings>,
  cluster: Partial<ClusterSettings> = {},
): EnvironmentSettings => ({
  ...production,
  name,
  dns: {
    publishingDomain: `${name}.publishing.service.gov.uk`,
    certificateChallenge: "sample.fastly-validations.com",
  },
  clusters: { govuk: { ...govuk, ...cluster } },
  ...differences,
});

/** Provider of SAML that does not exist. */
const SAML = {
  name: "Login",
  ssoUrl: "https://login.example.org/saml2",
  ssoIssuer: "https://login.example.org",
  certificate: SAML_CERTIFICATE,
};

/**
 * Environment with state in S3, access by `aws-auth` with Terraform's own roles, pod identity, another region
 * with two zones, metrics-server as a chart, and sign-in by SAML.
 */
const elsewhere = like("eph-s3", {
  region: "eu-west-2",
  backend: {
    type: "s3",
    bucket: "govuk-terraform-state-sample",
    kmsKeyArn: "arn:aws:kms:eu-west-2:123456789012:key/00000000-0000-4000-8000-000000000000",
  },
  network: {
    vpc: {
      cidr: "10.20.0.0/16",
      legacySubnets: {
        rds_a: { cidr: "10.20.250.0/24", zone: "a" },
        rds_b: { cidr: "10.20.251.0/24", zone: "b" },
      },
    },
    zones: { a: "eu-west-2a", b: "eu-west-2b" },
  },
  clusters: {
    sample: {
      access: govuk.access,
      identity: "pod-identity",
      authenticationMode: "CONFIG_MAP",
      terraformRoles: { plan: "terraform-plan", apply: "terraform-apply" },
      endpointAccess: { relay: { kind: "network", cidrs: ["10.200.0.0/16"] } },
      sessionManager: { reason: "engineers without the API look at nodes" },
      instanceMetadata: { reason: "an application asks for the zone that it runs in" },
      nodeGroups: { "arm-blue": {}, "arm-green": {}, x86: { capacityType: "SPOT" } },
      eksAddons: { "metrics-server": false },
      addons: {
        metricsServer: {},
        dex: { signIn: { saml: SAML }, teams: ["platform", "readers"], readWriteTeam: "platform" },
      },
    },
  },
});

/** Environment with state in files, in an existing VPC, where an administrator signs in with a password. */
const adopted = like(
  "eph-local",
  {
    backend: { type: "local" },
    network: {
      vpc: {
        existing: {
          id: "vpc-0a1b2c3d4e5f67890",
          cidr: "10.30.0.0/16",
          internetGatewayId: "igw-0a1b2c3d4e5f67890",
          privateSubnetIds: { rds_a: "subnet-0a1b2c3d4e5f67890", rds_b: "subnet-0a1b2c3d4e5f67891" },
          privateRouteTableIds: ["rtb-0a1b2c3d4e5f67890"],
        },
      },
    },
  },
  {
    authenticationMode: "API_AND_CONFIG_MAP",
    controlPlaneRole: "eph-local-cluster-20240102030405060700000001",
    addons: { dex: { signIn: { password: true, reason: "It is never applied." } } },
  },
);

/** Environment with the fewest settings possible. */
const bare = (off: AddonsSettings): EnvironmentSettings =>
  like(
    "eph-bare",
    {
      alarmEmailSecret: false,
      deletionProtection: { enabled: false, reason: "It is never applied." },
      externalServices: { sentry: false, uptime: false },
    },
    {
      endpoints: { s3: false, ecr: false, secretsManager: false },
      grafanaDatabase: false,
      workflowsDatabase: false,
      addons: off,
    },
  );

/** Name as long as a cluster's may be, which ends in that of the cluster beside it. */
const LONGEST_NAME = "blue-as-long-as-a-cluster-may-be-x-green";

/** A cluster in the VPC of production's settings, with subnets behind those of the main one. */
const beside: ClusterSettings = {
  access: govuk.access,
  subdomain: "blue",
  subnets: {
    controlPlane: { a: "10.13.120.0/28", b: "10.13.120.16/28", c: "10.13.120.32/28" },
    public: { a: "10.13.121.0/24", b: "10.13.122.0/24", c: "10.13.123.0/24" },
    private: { a: "10.13.124.0/22", b: "10.13.128.0/22", c: "10.13.132.0/22" },
  },
  nodeGroups: { "arm-blue": {} },
};

/** Two clusters in one VPC, each with subnets of its own. */
const pair = like("eph-pair", {
  clusters: { green: { ...govuk, main: true }, [LONGEST_NAME]: beside },
});

/** A cluster that begins without a node: Karpenter runs on Fargate, and makes spot instances too. */
const byKarpenter: ClusterSettings = {
  ...beside,
  nodeGroups: {},
  compute: {
    kind: "karpenter",
    controller: "fargate",
    nodePools: { arm: { capacityTypes: ["on-demand", "spot"], limits: { cpu: 64, memoryGib: 256 } } },
  },
};

/** Agents that run Terraform beside a cluster. */
const agents = {
  image: `docker.io/hashicorp/tfc-agent@sha256:${"0".repeat(64)}`,
  tokenSecret: `${organisationSettings.secretsPrefix}/terraform-agents`,
};

/** A cluster whose API answers inside the VPC alone, to which a relay leads. */
const inside: Partial<ClusterSettings> = { endpointAccess: { agents, relay: { kind: "session-manager" } } };

/** Add-ons that few clusters have, each with the settings that examples leave out. */
const rareAddons: AddonsSettings = {
  certManager: {
    certificates: { apps: { "frontend-grpc": { names: ["*.grpc.blue.outlying.govuk.digital"] } } },
  },
  efsCsiDriver: { defaultClass: true, reclaimPolicy: "Delete" },
  velero: { hour: 23, keepDays: 7, restoring: { reason: "a namespace comes back" } },
  awsLoadBalancerController: {
    groups: { inside: { scheme: "internal", namespaces: ["apps"], visitors: ["10.0.0.0/8"] } },
  },
};

/** Provider of OpenID Connect that does not exist. */
const PEOPLE = { issuer: "https://login.example.org", clientId: "kubernetes" };

/** Graphs that make Deployments for application namespaces. */
const graphs: EksCapabilitiesSettings["kro"] = {
  offers: ["WebApp"],
  makes: [{ apiGroup: "apps", resources: ["deployments"] }],
};

/** A cluster whose people come by VPN, each with a certificate on their device. */
const byVpn: Partial<ClusterSettings> = {
  endpointAccess: {
    agents,
    relay: {
      kind: "client-vpn",
      clientCidr: "172.27.0.0/22",
      signIn: {
        certificates: {
          authorityArn: "arn:aws:acm:eu-west-1:123456789012:certificate/00000000-0000-4000-8000-000000000000",
        },
      },
    },
  },
};

/**
 * Two clusters in an account of their own, one with the name that a cluster of another account has, and one whose nodes
 * Karpenter makes and whose pods have addresses of IPv6. Neither has an API on the internet.
 */
const outlying = like("outlying", {
  serviceLinkedRoles: { spot: "make" },
  network: {
    ...production.network,
    vpc: {
      ...production.network.vpc,
      timeServers: ["10.200.0.123"],
      ipv6: { cidr: "2a05:d018:1234:5600::/56", ipamPool: "ipam-pool-0a1b2c3d4e5f67890" },
    },
    blockedRanges: ["198.51.100.0/24", "203.0.113.0/24"],
    transitGateway: { id: "tgw-0a1b2c3d4e5f67890", destinations: ["10.200.0.0/16"] },
  },
  clusters: {
    green: { ...govuk, ...inside, main: true, addressPool: "ipam-pool-0a1b2c3d4e5f67890" },
    blue: {
      ...byKarpenter,
      ...byVpn,
      ipv6: { block: 1, unjudgedIpv4: { reason: "GitHub answers by IPv4 alone" } },
      identityProvider: PEOPLE,
      addons: rareAddons,
      eksCapabilities: { ack: true, kro: graphs },
    },
  },
});

/** A cluster with Cilium behind the VPC CNI, whose nodes Karpenter makes beside groups. */
const chained = like("eph-cilium", {
  network: { vpc: { cidr: "10.40.0.0/16", legacySubnets: {} } },
  serviceLinkedRoles: { spot: "make" },
  clusters: {
    cilium: {
      access: govuk.access,
      version: "1.35",
      podNetwork: { engine: "cilium", mode: "chained" },
      podsStartOpen: { reason: "applications have no policies yet" },
      compute: {
        kind: "karpenter",
        controller: "node-groups",
        nodePools: { arm: { limits: { cpu: 64, memoryGib: 256 } } },
      },
      grafanaDatabase: false,
      workflowsDatabase: false,
      addons: { cilium: { hubble: "ui" } },
    },
  },
});

/** Environment as `npm run ephemeral` makes it, with people in its access file. */
const shortLived = ephemeral({ id: "eph-sample", cluster: { access: govuk.access } });

/** Switches off every add-on that production has. */
function nothing(): AddonsSettings {
  const names = Object.entries(mainCluster(defineEnvironment(production)).addons).filter(
    ([, value]) => value === true || (typeof value === "object" && "values" in value),
  );
  return Object.fromEntries(names.map(([name]) => [name, false]));
}

/** Environments that are never applied, and together take every path that the real ones do not. */
export const sampleEnvironments = (): Environment[] =>
  [elsewhere, adopted, bare(nothing()), pair, outlying, chained, shortLived].map(defineEnvironment);

/** Samples whose AWS resources differ most, and that need no existing ones. */
export const samplesToApply = (): Environment[] => [elsewhere, shortLived].map(defineEnvironment);

/** Words that mark a sample's stack beside real ones. */
export const asSample = (id: string): string => `${id} (sample)`;
