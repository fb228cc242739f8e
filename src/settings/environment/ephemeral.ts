import { readAccessFile } from "../access/access-file";
import type { ClusterSettings } from "../cluster/cluster";
import type { EnvironmentSettings } from "./environment";
import type { OrganisationSettings } from "../organisation/schema";
import { newestRelease } from "../releases/release";
import { NO_ALERTING } from "../alerting/no-alerting";
import { LITTLE_MEMORY } from "../../addons/gatekeeper/settings";

/** Settings that differ between ephemeral environments. */
export interface EphemeralSettings {
  /** Name of the environment, of its cluster and of its project in HCP Terraform, such as `eph-abc123`. */
  readonly id: string;

  /**
   * Settings to try out: another Kubernetes version, other nodes, the release in the making (`release: "next"`).
   *
   * @default - one group of eight-core ARM nodes, and the newest release
   */
  readonly cluster?: Partial<ClusterSettings>;
}

const OFF = { serviceMonitor: { enabled: false } };

/**
 * Settings of an ephemeral environment, in the account that all of them share. It has everything to try the
 * platform out, sends no notifications, and can be removed without a trace.
 */
export const ephemeral = (
  { id, cluster }: EphemeralSettings,
  { name, accessLevels, ephemeral: shared, releases = {} }: OrganisationSettings,
  accessFolder: string,
): EnvironmentSettings => ({
  name: id,
  backend: { type: "cloud", organization: name, project: id },

  network: {
    // Without a network to be in, a rule refuses the environment.
    vpc: { ...(shared ? shared.vpc : { cidr: "10.0.0.0/16" }), accessAnalyzers: false },
  },

  dns: {
    publishingDomain: shared && shared.publishingParent ? `${id}.${shared.publishingParent}` : undefined,
    parentZone: shared ? shared.parentZone : undefined,
  },

  alarmEmailSecret: false,

  deletionProtection: { enabled: false, reason: "It lives for days and is destroyed as a whole." },
  threatDetection: {
    enabled: false,
    reason: "Ephemeral environments share an account, which has one detector.",
  },
  forceDestroy: true,
  secretsRecoveryDays: 7,

  externalServices: { sentry: false, uptime: false },

  clusters: {
    [id]: {
      ...(cluster?.version === undefined && { release: newestRelease(releases) }),
      logRetentionDays: 7,
      nodeGroups: { "arm-blue": { instanceTypes: ["m7g.2xlarge"] } },
      eksAddons: { "eks-pod-identity-agent": false, "aws-network-flow-monitoring-agent": false },
      // The publishing domain is not delegated, so AWS would never issue a certificate for it.
      publishingCertificate: false,
      grafanaDatabase: false,
      workflowsDatabase: false,

      addons: {
        replicas: 3,
        // Without any secret, nothing ships logs, sends pages or signs in through GitHub.
        externalSecrets: { secrets: [] },
        // Its zone holds no other records, so it also removes those of Ingresses that are gone.
        externalDns: { values: { policy: "sync", ...OFF } },
        awsLoadBalancerController: { values: OFF },
        ebsCsiDriver: { reclaimPolicy: "Delete" },
        fluentBit: false,
        dex: { signIn: { password: true, reason: "Whoever made it is its only user, for a few days." } },
        // It has no applications until an engineer adds some.
        argoCd: {
          bannerColour: "#5694ca",
          bootstrapPath: false,
          repositories: [],
          syncWindows: [],
          slack: false,
        },
        argoWorkflows: { promotion: false },
        // Images for a trial are not signed.
        kyverno: false,
        renovate: false,
        seal: false,
        gatekeeper: { webhookMemory: LITTLE_MEMORY, auditMemory: LITTLE_MEMORY },
        tempo: { retentionDays: 1 },
        kubePrometheusStack: {
          retentionDays: 7,
          storageGib: 20,
          alerting: NO_ALERTING,
          values: { prometheus: { prometheusSpec: { resources: { requests: { memory: "2Gi" } } } } },
        },
      },

      access: readAccessFile(id, accessFolder, Object.keys(accessLevels)),
      ...cluster,
    },
  },
});
