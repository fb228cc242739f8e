import { join } from "node:path";
import { readAccessFile } from "../../src/settings/access/access-file";
import { cloudPosse } from "../../src/settings/environment/cloud-posse";
import type { EnvironmentSettings } from "../../src/settings/environment/environment";
import { accessLevels } from "./access-levels";

/** Reads who has access to the clusters of an environment, from `access/<environment>.yaml`. */
const accessTo = (environment: string) =>
  readAccessFile(environment, join(__dirname, "access"), Object.keys(accessLevels));

/** State of an environment, in a bucket of its account. */
const stateOf = (environment: string, account: string) =>
  ({
    type: "s3",
    bucket: `acme-freight-terraform-state-${environment}`,
    kmsKeyArn: `arn:aws:kms:eu-central-1:${account}:key/11111111-1111-4111-8111-111111111111`,
  }) as const;

/** Environment to try things in: EKS Auto Mode makes, patches and replaces the nodes. */
export const sandbox: EnvironmentSettings = {
  name: "sandbox",
  backend: stateOf("sandbox", "222233334444"),
  network: { vpc: { cidr: "10.31.0.0/16" } },
  clusters: {
    freight: {
      compute: {
        kind: "auto",
        nodePools: { arm: { limits: { cpu: 64, memoryGib: 256 } } },
      },
      nat: "single",
      grafanaDatabase: false,
      addons: { externalSecrets: { stores: { parameterStore: true } }, renovate: false, seal: false },
      access: accessTo("sandbox"),
    },
  },
};

/** Environment of developers: the profile as it is, with Karpenter's controller on Fargate and spot instances first, and a
 * VPN to its API. */
export const preview: EnvironmentSettings = cloudPosse({
  name: "preview",
  backend: stateOf("preview", "333344445555"),
  network: { vpc: { cidr: "10.32.0.0/16" } },
  clusters: {
    freight: {
      endpointAccess: {
        relay: {
          kind: "client-vpn",
          clientCidr: "172.27.0.0/22",
          signIn: {
            saml: {
              providerArn: "arn:aws:iam::333344445555:saml-provider/acme-freight",
              groups: { developers: "00000000-0000-4000-8000-000000000001" },
            },
          },
        },
      },
      grafanaDatabase: false,
      addons: {
        certManager: {
          certificates: {
            tracking: {
              "tracking-api": {
                names: ["api.tracking.eks.preview.acme-freight.example"],
                issuer: "letsencrypt-staging",
              },
            },
          },
        },
      },
      access: accessTo("preview"),
    },
  },
});

/** Environment of customers: Karpenter's controller on a small node group, a pool for batch jobs, a relay to its
 * API, and a way to the company's own network. */
export const prod: EnvironmentSettings = cloudPosse({
  name: "prod",
  backend: stateOf("prod", "555566667777"),
  network: {
    vpc: { cidr: "10.33.0.0/16", timeServers: ["10.40.0.123", "10.40.1.123"] },
    transitGateway: { id: "tgw-0123456789abcdef0", destinations: ["10.40.0.0/16"] },
    blockedRanges: ["198.51.100.0/24"],
  },
  clusters: {
    freight: {
      compute: {
        kind: "karpenter",
        controller: "node-groups",
        nodeClasses: {
          general: { diskGib: 100 },
          locked: { image: "bottlerocket@v1.62.0" },
        },
        nodePools: {
          arm: { nodeClass: "general", limits: { cpu: 400, memoryGib: 1600 } },
          batch: {
            nodeClass: "locked",
            architectures: ["amd64", "arm64"],
            categories: ["c"],
            limits: { cpu: 64, memoryGib: 128 },
            labels: { "acme-freight.example/pool": "batch" },
            taints: [{ key: "acme-freight.example/batch", effect: "NoSchedule" }],
            weight: 10,
            disruption: { when: "WhenEmpty", afterSeconds: 300, percentAtOnce: 50 },
            expireAfterHours: 72,
          },
        },
      },
      endpointAccess: { relay: { kind: "session-manager" } },
      addons: {
        efsCsiDriver: {},
        velero: {},
        awsLoadBalancerController: {
          groups: {
            edge: {
              scheme: "internet-facing",
              namespaces: ["tracking"],
              webAcl:
                "arn:aws:wafv2:eu-central-1:555566667777:regional/webacl/edge/22222222-2222-4222-8222-222222222222",
            },
          },
        },
      },
      access: accessTo("prod"),
    },
  },
});
