import { join } from "node:path";
import { readAccessFile } from "../../src/settings/access/access-file";
import type { EnvironmentSettings } from "../../src/settings/environment/environment";
import { accessLevels } from "./access-levels";

/** Reads who has access to the clusters of an environment, from `access/<environment>.yaml`. */
const accessTo = (environment: string) =>
  readAccessFile(environment, join(__dirname, "access"), Object.keys(accessLevels));

/** Environment of the offices: nodes with a key of the trust's own and settings from their start. */
export const office: EnvironmentSettings = {
  name: "office",

  backend: {
    type: "s3",
    bucket: "harbour-trust-terraform-state-office",
    kmsKeyArn: "arn:aws:kms:eu-west-1:777788889999:key/11111111-1111-4111-8111-111111111111",
  },

  network: { vpc: { cidr: "10.21.0.0/16" } },

  clusters: {
    harbour: {
      nat: "single",
      grafanaDatabase: false,
      nodeGroups: {
        "arm-green": {
          size: { min: 2, desired: 3, max: 6 },
          diskKmsKeyArn: "arn:aws:kms:eu-west-1:777788889999:key/22222222-2222-4222-8222-222222222222",
          userData: {
            commands: ["sysctl --write vm.max_map_count=262144"],
            kubelet: { maxPods: 110, serializeImagePulls: false },
          },
        },
      },
      addons: {
        replicas: 2,
        renovate: false,
        seal: false,
        // examples/charts-repository brings its chart.
        reloader: { installedBy: "argo-cd" },
      },
      access: accessTo("office"),
    },
  },
};

const REGISTRY = "777788889999.dkr.ecr.eu-west-1.amazonaws.com";

/** Environment of the harbour's machines: nothing in it reaches the internet, and nothing there reaches it. */
export const closed: EnvironmentSettings = {
  name: "closed",

  backend: {
    type: "s3",
    bucket: "harbour-trust-terraform-state-closed",
    kmsKeyArn: "arn:aws:kms:eu-west-1:777788880000:key/33333333-3333-4333-8333-333333333333",
  },

  network: { vpc: { cidr: "10.22.0.0/16" } },

  clusters: {
    harbour: {
      nat: "none",
      grafanaDatabase: false,
      endpoints: {
        others: ["ec2", "sts", "autoscaling", "eks", "eks-auth", "logs", "sns", "networkflowmonitorreports"],
      },
      nodeGroups: {
        machines: {
          amiType: "BOTTLEROCKET_ARM_64",
          releaseVersion: "1.42.0-a1b2c3d4",
          userData: { toml: '[settings.kernel.sysctl]\n"vm.max_map_count" = "262144"\n' },
        },
      },
      addons: {
        registries: {
          "docker.io": `${REGISTRY}/docker.io`,
          "ghcr.io": `${REGISTRY}/ghcr.io`,
          "public.ecr.aws": `${REGISTRY}/public.ecr.aws`,
          "quay.io": `${REGISTRY}/quay.io`,
          "registry.k8s.io": `${REGISTRY}/registry.k8s.io`,
        },
        kubePrometheusStack: {
          alerting: {
            receivers: { watchdog: { kind: "sns" } },
            routes: [
              {
                match: { alertname: "Watchdog" },
                receiver: "watchdog",
                wait: "0s",
                interval: "1m",
                repeat: "1m",
              },
            ],
            timeIntervals: {},
          },
        },
        awsLoadBalancerController: false,
        externalDns: false,
        dex: false,
        oauth2Proxy: false,
        grafana: false,
        argoCd: false,
        argoWorkflows: false,
        prometheusBlackboxExporter: false,
        renovate: false,
        seal: false,
      },
      access: accessTo("closed"),
    },
  },
};
