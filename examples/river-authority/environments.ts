import { join } from "node:path";
import { readAccessFile } from "../../src/settings/access/access-file";
import type { EnvironmentSettings } from "../../src/settings/environment/environment";
import { small } from "../../src/settings/environment/small";
import { accessLevels } from "./access-levels";

/** Reads who has access to the clusters of an environment, from `access/<environment>.yaml`. */
const accessTo = (environment: string) =>
  readAccessFile(environment, join(__dirname, "access"), Object.keys(accessLevels));

/** Environment to try changes in, as small as it can be. */
export const dev: EnvironmentSettings = small({
  name: "dev",

  backend: {
    type: "s3",
    bucket: "river-authority-terraform-state-dev",
    kmsKeyArn: "arn:aws:kms:eu-central-1:111122223333:key/11111111-1111-4111-8111-111111111111",
  },

  network: { vpc: { cidr: "10.1.0.0/16" } },

  clusters: {
    river: {
      // EKS runs the controllers by which teams try things: Argo CD, tables and buckets as objects of Kubernetes, and a graph
      // that makes all of an application.
      gitops: "eks-argo-cd",
      eksCapabilities: {
        argoCd: {
          identityCenter: { instanceArn: "arn:aws:sso:::instance/ssoins-0123456789abcdef" },
          admins: ["a1b2c3d4-5678-4abc-8def-0123456789ab"],
          viewers: ["b2c3d4e5-6789-4bcd-8efa-123456789abc"],
        },
        ack: true,
        kro: {
          offers: ["Gauge"],
          makes: [
            { apiGroup: "", resources: ["configmaps", "services"] },
            { apiGroup: "apps", resources: ["deployments"] },
            { apiGroup: "dynamodb.services.k8s.aws", resources: ["tables"] },
          ],
        },
      },
      access: accessTo("dev"),
    },
  },
});

/** Environment that the public depends on, in a VPC that was there before. */
export const live: EnvironmentSettings = {
  name: "live",

  // Products search through reports.
  serviceLinkedRoles: { opensearchservice: "make" },

  backend: {
    type: "s3",
    bucket: "river-authority-terraform-state-live",
    kmsKeyArn: "arn:aws:kms:eu-central-1:444455556666:key/22222222-2222-4222-8222-222222222222",
  },

  network: {
    vpc: {
      existing: {
        id: "vpc-0a1b2c3d4e5f67890",
        cidr: "10.2.0.0/16",
        internetGatewayId: "igw-0a1b2c3d4e5f67890",
        privateSubnetIds: {},
        privateRouteTableIds: [],
      },
    },
  },

  clusters: {
    river: {
      addons: {
        renovate: false,
        seal: false,
        // Teams bring HTTPRoutes, for the hosts of their files, to one load balancer.
        gatewayApiCrds: {},
        awsLoadBalancerController: { gateway: { scheme: "internet-facing" } },
        kubePrometheusStack: {
          // The store of the gauges' samples, in the authority's data centre.
          egress: {
            reason: "Prometheus writes samples to the store in the data centre.",
            ports: [9009],
            cidrs: ["10.200.0.0/16"],
          },
          values: {
            prometheus: {
              prometheusSpec: { remoteWrite: [{ url: "http://gauges.example.net:9009/api/v1/push" }] },
            },
          },
        },
      },
      access: accessTo("live"),
    },
  },
};
