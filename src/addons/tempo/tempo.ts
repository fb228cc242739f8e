import { Construct } from "constructs";
import type { Addon } from "../../constructs/addon";
import { PRIORITY_CLASS } from "../../constructs/availability";
import type { Cluster } from "../../constructs/cluster";
import { deliveredRelease, type DeliveredAddonProps } from "../../constructs/delivered-release";
import type { HelmValues } from "../../constructs/helm-values";
import type { Permission } from "../../constructs/iam-policy";
import { Manifests } from "../../constructs/manifests";
import { mirroredImageParts, type Registries } from "../../constructs/registries";
import { WorkloadRole } from "../../constructs/workload-role";
import { type TempoStorage, tempoSettings } from "./configuration";
import { pinned } from "../../constructs/chart";
import { CHART } from "./chart";
import { inNamespace } from "../../constructs/network-peers";
import { tempoServices } from "./names";
import { tempoNetwork } from "./network";

/** It is one program with one volume, whatever the replicas of others: the distributed one needs Kafka. */
export interface TempoProps extends Omit<DeliveredAddonProps, "replicas"> {
  readonly cluster: Cluster;
  readonly storage: TempoStorage;

  /** Days until a trace is deleted. */
  readonly retentionDays: number;

  /**
   * Further names of its Service.
   *
   * @default - none
   */
  readonly serviceNames?: readonly string[];

  /** URLs of the replicas of Prometheus within the cluster, each of which keeps the metrics that Tempo makes of spans. */
  readonly prometheus: readonly string[];
}

/**
 * Keeps traces that applications send by OTLP: to port 4317 (gRPC) or 4318 (HTTP) of `tempo` in its namespace.
 *
 * It takes none in while its pod is replaced, for a minute or so; clients of OpenTelemetry try again.
 *
 * @see https://grafana.com/docs/tempo/v2.10.x
 */
export class Tempo extends Construct implements Addon {
  readonly role: WorkloadRole;
  readonly ready: Addon["ready"];
  readonly peers: Addon["peers"];

  constructor(scope: Construct, id: string, props: TempoProps) {
    super(scope, id);
    const { cluster, namespace, storage, registries, installedBy, values, after = [] } = props;

    this.role = new WorkloadRole(this, "service-account", {
      cluster,
      namespace,
      serviceAccount: "tempo",
      permissions: permissionsOn(storage),
    });

    this.peers = inNamespace(namespace, tempoNetwork, props.egress);
    const services = tempoServices(props.serviceNames ?? []);
    if (installedBy === "terraform" && services.length > 0) {
      new Manifests(this, "services", { namespace, releaseName: "tempo-services", objects: services, after });
    }
    this.ready = deliveredRelease(this, "release", {
      installedBy,
      chart: pinned(CHART, props.chartVersions),
      namespace,
      values: {
        tempo: { ...container(registries), ...tempoSettings({ ...props, region: cluster.region }) },
        // Tempo asks nothing of Kubernetes; its role has a token of its own.
        serviceAccount: { ...this.role.helmValues, automountServiceAccountToken: false },
        securityContext: { seccompProfile: { type: "RuntimeDefault" } },
        persistence: {
          enabled: true,
          size: "20Gi",
          storageClassName: "ebs-gp3",
          // The volume's content is on its way to the bucket.
          enableStatefulSetAutoDeletePVC: true,
        },
        priorityClassName: PRIORITY_CLASS,
        serviceMonitor: { enabled: true },
      },
      overrides: values,
      registries,
      after: [this.role, ...after],
    }).ready;
  }
}

const permissionsOn = ({ bucket, keyArn }: TempoStorage): readonly Permission[] => [
  { actions: ["s3:ListBucket"], resources: [`arn:aws:s3:::${bucket}`] },
  {
    actions: ["s3:AbortMultipartUpload", "s3:DeleteObject", "s3:GetObject", "s3:PutObject"],
    resources: [`arn:aws:s3:::${bucket}/*`],
  },
  { actions: ["kms:Decrypt", "kms:GenerateDataKey"], resources: [keyArn] },
];

const container = (registries: Registries | undefined): HelmValues => ({
  ...mirroredImageParts(registries, "docker.io/grafana/tempo"),
  resources: { requests: { cpu: "200m", memory: "1Gi" }, limits: { memory: "4Gi" } },
  securityContext: {
    privileged: false,
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ["ALL"] },
  },
});
