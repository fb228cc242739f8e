import { Construct } from "constructs";
import type { Addon, AddonProps } from "../../constructs/addon";
import { PRIORITY_CLASS } from "../../constructs/availability";
import type { Cluster } from "../../constructs/cluster";
import { READ_ONLY_CONTAINER } from "../../constructs/container-rights";
import { HelmRelease } from "../../constructs/helm-release";
import type { HelmValues } from "../../constructs/helm-values";
import { Manifests } from "../../constructs/manifests";
import { inNamespace } from "../../constructs/network-peers";
import { mirroredImage } from "../../constructs/registries";
import { WorkloadRole } from "../../constructs/workload-role";
import { pinned } from "../../constructs/chart";
import { CHART } from "./chart";
import { PLUGIN } from "./images";
import { veleroNetwork } from "./network";
import { type BackupStorage, veleroPermissions } from "./permissions";
import { rightsOf, VELERO_ACCOUNT } from "./rights";

/** It runs once, whatever the replicas of others: two would make each backup twice. */
export interface VeleroProps extends Omit<AddonProps, "replicas"> {
  readonly cluster: Cluster;
  readonly storage: BackupStorage;

  /** Hour of each day at which a backup begins, in UTC. */
  readonly hour: number;

  /** Days for which backups are kept. */
  readonly keepDays: number;

  /** Reason for which it may write into the cluster; `false` where it may not. */
  readonly restoring: { readonly reason: string } | false;

  /** Namespaces that Terraform makes anew with everything in them. */
  readonly leftOut: readonly string[];
}

/**
 * Copies the objects of applications into a bucket each day, with a snapshot of each of their volumes on EBS.
 *
 * @see https://velero.io/docs/v1.18/
 */
export class Velero extends Construct implements Addon {
  readonly role: WorkloadRole;
  readonly ready: Addon["ready"];
  readonly peers: Addon["peers"];

  constructor(scope: Construct, id: string, props: VeleroProps) {
    super(scope, id);
    const { cluster, namespace, storage, registries, values, after = [] } = props;

    this.role = new WorkloadRole(this, "service-account", {
      cluster,
      namespace,
      serviceAccount: VELERO_ACCOUNT,
      permissions: veleroPermissions(cluster, storage),
    });
    this.peers = inNamespace(namespace, veleroNetwork, props.egress);
    const rights = new Manifests(this, "rights", {
      namespace,
      releaseName: "velero-rights",
      objects: rightsOf(namespace, props.restoring !== false),
    });
    this.ready = new HelmRelease(this, "release", {
      chart: pinned(CHART, props.chartVersions),
      namespace,
      values: {
        serviceAccount: { server: this.role.helmValues },
        rbac: { create: false },
        ...pod(props),
        ...storagePlaces(props),
        schedules: { daily: daily(props) },
        metrics: { serviceMonitor: { enabled: true, autodetect: false } },
      },
      overrides: values,
      registries,
      after: [this.role, rights, ...after],
    }).ready;
  }
}

/** Rights of the pod: the server copies no files of nodes, and needs none of theirs. */
const pod = ({ registries }: VeleroProps): HelmValues => ({
  image: { repository: mirroredImage(registries, "docker.io/velero/velero") },
  podSecurityContext: {
    runAsNonRoot: true,
    runAsUser: 65_532,
    fsGroup: 65_532,
    seccompProfile: { type: "RuntimeDefault" },
  },
  containerSecurityContext: READ_ONLY_CONTAINER,
  priorityClassName: PRIORITY_CLASS,
  resources: { requests: { cpu: "50m", memory: "128Mi" }, limits: { memory: "512Mi" } },
  initContainers: [
    {
      name: "velero-plugin-for-aws",
      image: mirroredImage(registries, PLUGIN),
      securityContext: READ_ONLY_CONTAINER,
      resources: { requests: { cpu: "10m", memory: "32Mi" }, limits: { memory: "64Mi" } },
      volumeMounts: [{ mountPath: "/target", name: "plugins" }],
    },
  ],
  // Its Job has no label by which network policies would know it: kinds are applied before the version moves.
  upgradeCRDs: false,
  // Its role comes from AWS, so that the chart needs no Secret.
  credentials: { useSecret: false },
});

const storagePlaces = ({ cluster: { region }, storage }: VeleroProps): HelmValues => ({
  configuration: {
    backupStorageLocation: [
      {
        name: "default",
        provider: "aws",
        bucket: storage.bucket,
        default: true,
        config: { region, kmsKeyId: storage.keyArn },
      },
    ],
    volumeSnapshotLocation: [{ name: "default", provider: "aws", config: { region } }],
  },
});

/** @see https://velero.io/docs/v1.18/api-types/schedule/ */
const daily = ({ hour, keepDays, leftOut }: VeleroProps): HelmValues => ({
  schedule: `0 ${hour} * * *`,
  template: {
    ttl: `${keepDays * 24}h0m0s`,
    excludedNamespaces: [...leftOut],
    // Secrets come anew from where the organisation keeps them.
    excludedResources: ["secrets", "events", "events.events.k8s.io"],
    storageLocation: "default",
    volumeSnapshotLocations: ["default"],
  },
});
