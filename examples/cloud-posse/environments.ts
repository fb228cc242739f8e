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

/** Environment to try things in: EKS Auto Mode makes, patches and replaces the nodes, and pods have subnets of their own. */
export const sandbox: EnvironmentSettings = {
  name: "sandbox",
  backend: stateOf("sandbox", "222233334444"),
  network: { vpc: { cidr: "10.31.0.0/16", secondaryCidrs: ["100.64.0.0/16"] } },
  clusters: {
    freight: {
      compute: {
        kind: "auto",
        nodePools: { arm: { limits: { cpu: 64, memoryGib: 256 } } },
      },
      subnets: { pods: { a: "100.64.0.0/18", b: "100.64.64.0/18", c: "100.64.128.0/18" } },
      nat: "single",
      grafanaDatabase: false,
      addons: { externalSecrets: { stores: { parameterStore: true } }, renovate: false, seal: false },
      access: accessTo("sandbox"),
    },
  },
};

/** Environment of developers: the profile as it is, with Karpenter's controller on Fargate and spot instances first, a
 * VPN to its API, and pods with addresses of IPv6. */
export const preview: EnvironmentSettings = cloudPosse({
  name: "preview",
  backend: stateOf("preview", "333344445555"),
  network: {
    vpc: {
      cidr: "10.32.0.0/16",
      ipv6: { cidr: "2a05:d014:12:3400::/56", ipamPool: "ipam-pool-0f1e2d3c4b5a69788" },
    },
  },
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
      ipv6: {
        block: 0,
        unjudgedIpv4: { reason: "developers' programs call GitHub, which answers by IPv4 alone" },
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
 * API, a way to the company's own network, pods in a range of their own, and public addresses of a pool. */
export const prod: EnvironmentSettings = cloudPosse({
  name: "prod",
  backend: stateOf("prod", "555566667777"),
  network: {
    vpc: {
      cidr: "10.33.0.0/16",
      secondaryCidrs: ["100.64.0.0/16"],
      timeServers: ["10.40.0.123", "10.40.1.123"],
    },
    transitGateway: { id: "tgw-0123456789abcdef0", destinations: ["10.40.0.0/16"] },
    routes: [{ to: "10.50.0.0/16", by: { vpcPeering: "pcx-0123456789abcdef0" } }],
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
      addressPool: "ipam-pool-0a1b2c3d4e5f67890",
      subnets: { pods: { a: "100.64.0.0/18", b: "100.64.64.0/18", c: "100.64.128.0/18" } },
      eksAddons: { "snapshot-controller": {} },
      endpointAccess: { relay: { kind: "session-manager" } },
      addons: {
        efsCsiDriver: { installedAs: "eks-addon" },
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
          networkLoadBalancers: {
            "vehicle-feed": {
              namespace: "tracking",
              pods: { "app.kubernetes.io/name": "vehicle-feed" },
              ports: { 8883: 8883 },
              visitors: ["198.51.101.0/24"],
            },
          },
        },
        ebsCsiDriver: { installedAs: "eks-addon" },
      },
      access: accessTo("prod"),
    },
  },
});

/** A subnet of the network team in a zone of the depot, found by the tag that they give to it. */
const ofNetworkTeam = (purpose: string, zone: string, cidr: string) => ({
  cidr,
  tags: { "acme-freight.example/subnet": `${purpose}-${zone}` },
});

/** Environment of the warehouses, in the VPC and the subnets of the network team, who have the way out, a proxy and the endpoints.
 * People come through the company's Teleport. */
export const depot: EnvironmentSettings = {
  name: "depot",
  backend: stateOf("depot", "666677778888"),
  network: {
    zones: { a: "eu-central-1a", b: "eu-central-1b" },
    vpc: {
      existing: {
        id: "vpc-0a1b2c3d4e5f67890",
        cidr: "10.34.0.0/16",
        internetGatewayId: "igw-0a1b2c3d4e5f67890",
        privateSubnetIds: {},
        privateRouteTableIds: [],
      },
    },
  },
  clusters: {
    freight: {
      nat: { addresses: ["203.0.113.10"] },
      subnets: {
        controlPlane: {
          a: { cidr: "10.34.0.0/28", id: "subnet-0a1b2c3d4e5f67890" },
          b: { cidr: "10.34.0.16/28", id: "subnet-0a1b2c3d4e5f67891" },
        },
        public: {
          a: ofNetworkTeam("public", "a", "10.34.1.0/24"),
          b: ofNetworkTeam("public", "b", "10.34.2.0/24"),
        },
        private: {
          a: ofNetworkTeam("nodes", "a", "10.34.16.0/20"),
          b: ofNetworkTeam("nodes", "b", "10.34.32.0/20"),
        },
      },
      endpoints: { existing: ["s3", "ecr.api", "ecr.dkr", "secretsmanager"] },
      endpointAccess: {
        relay: { kind: "teleport", proxy: "acme-freight.teleport.sh:443", tokenName: "depot-freight" },
      },
      proxy: {
        url: "http://proxy.acme-freight.example:3128",
        cidrs: ["10.34.3.0/28"],
        except: [".internal.acme-freight.example"],
      },
      nodeGroups: {
        "arm-green": { size: { min: 4, desired: 4, max: 8 }, repair: true, replaces: { percent: 25 } },
        scanners: {
          instanceTypes: ["c8g.2xlarge"],
          size: { min: 0, desired: 0, max: 4 },
          perZone: true,
          placement: "cluster",
          diskPerformance: { type: "gp3", iops: 6000, throughputMib: 500 },
          labels: { "acme-freight.example/pool": "scanners" },
          taints: [{ key: "acme-freight.example/scanners", effect: "NoSchedule" }],
        },
      },
      grafanaDatabase: false,
      addons: { externalSecrets: { stores: { parameterStore: true } }, renovate: false, seal: false },
      access: accessTo("depot"),
    },
  },
};
