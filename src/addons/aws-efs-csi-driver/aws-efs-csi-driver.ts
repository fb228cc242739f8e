import { Construct } from "constructs";
import type { Addon, AddonProps } from "../../constructs/addon";
import { disruptionBudget, PRIORITY_CLASS, topologySpread } from "../../constructs/availability";
import type { Cluster } from "../../constructs/cluster";
import { WITHOUT_PRIVILEGES } from "../../constructs/container-rights";
import { HelmRelease } from "../../constructs/helm-release";
import type { HelmValues } from "../../constructs/helm-values";
import { type Manifest, Manifests } from "../../constructs/manifests";
import { inNamespace } from "../../constructs/network-peers";
import { mirroredImage, type Registries } from "../../constructs/registries";
import { WorkloadRole } from "../../constructs/workload-role";
import { pinned } from "../../constructs/chart";
import { CHART } from "./chart";
import { awsEfsCsiDriverNetwork } from "./network";
import { clusterTag, controllerPermissions, type FileSystemPlace, nodePermissions } from "./permissions";
import { SHARED_CLASS } from "./storage-class";

export interface AwsEfsCsiDriverProps extends AddonProps {
  readonly cluster: Cluster;
  readonly accountId: string;
  readonly fileSystem: { readonly id: string; readonly arn: string };
  readonly reclaimPolicy: "Retain" | "Delete";

  /** Makes its class that of claims that name none. */
  readonly defaultClass: boolean;
}

/**
 * Gives pods volumes that those of several nodes share: a folder of the cluster's file system each, encrypted there and on
 * the way.
 *
 * @see https://github.com/kubernetes-sigs/aws-efs-csi-driver
 */
export class AwsEfsCsiDriver extends Construct implements Addon {
  readonly ready: Addon["ready"];
  readonly peers: Addon["peers"];

  constructor(scope: Construct, id: string, props: AwsEfsCsiDriverProps) {
    super(scope, id);
    const { cluster, namespace, accountId, fileSystem, registries, values, after = [] } = props;
    const place: FileSystemPlace = {
      clusterName: cluster.name,
      fileSystemArn: fileSystem.arn,
      accessPointArns: `arn:aws:elasticfilesystem:${cluster.region}:${accountId}:access-point/*`,
    };
    const controller = new WorkloadRole(this, "controller", {
      cluster,
      namespace,
      serviceAccount: "efs-csi-controller-sa",
      permissions: controllerPermissions(place),
    });
    const node = new WorkloadRole(this, "node", {
      cluster,
      namespace,
      serviceAccount: "efs-csi-node-sa",
      permissions: nodePermissions(place),
    });

    this.peers = inNamespace(namespace, awsEfsCsiDriverNetwork, props.egress);
    const driver = new HelmRelease(this, "release", {
      chart: pinned(CHART, props.chartVersions),
      namespace,
      values: {
        ...images(registries),
        controller: { serviceAccount: controller.helmValues, ...controllerValues(props) },
        node: { serviceAccount: node.helmValues, resources: REQUESTS, readinessProbe: READY },
      },
      overrides: values,
      registries,
      after: [controller, node, ...after],
    });
    this.ready = new Manifests(this, "class", {
      namespace,
      releaseName: "efs-storage-class",
      objects: [storageClass(props)],
      after: [driver],
    }).ready;
  }
}

const REQUESTS: HelmValues = { requests: { cpu: "10m", memory: "40Mi" }, limits: { memory: "256Mi" } };

/** Probe of the sidecar that asks the plugin. Its chart has one for liveness alone. */
const READY: HelmValues = { httpGet: { path: "/healthz", port: "healthz" }, timeoutSeconds: 3 };

/** Rights of a controller that asks AWS and mounts nothing. At its start, it writes what tools for mounting need. */
const UNPRIVILEGED: HelmValues = { ...WITHOUT_PRIVILEGES, privileged: false, readOnlyRootFilesystem: false };

function controllerValues({ cluster, replicas }: AwsEfsCsiDriverProps): HelmValues {
  return {
    // One leads, the others wait for it to fail.
    replicaCount: replicas,
    podDisruptionBudget: disruptionBudget(replicas),
    topologySpreadConstraints: topologySpread({ app: "efs-csi-controller" }),
    priorityClassName: PRIORITY_CLASS,
    containerSecurityContext: UNPRIVILEGED,
    resources: REQUESTS,
    readinessProbe: READY,
    tags: clusterTag(cluster.name),
    regionalStsEndpoints: true,
    enableMetrics: true,
    serviceMonitor: { enabled: true },
  };
}

/**
 * Class whose volumes are folders with a user and a group of their own, mounted by TLS and with the role of the node's pod.
 *
 * @see https://github.com/kubernetes-sigs/aws-efs-csi-driver/blob/master/docs/parameters.md
 */
const storageClass = ({ fileSystem, reclaimPolicy, defaultClass }: AwsEfsCsiDriverProps): Manifest => ({
  apiVersion: "storage.k8s.io/v1",
  kind: "StorageClass",
  metadata: {
    name: SHARED_CLASS,
    ...(defaultClass && { annotations: { "storageclass.kubernetes.io/is-default-class": "true" } }),
  },
  provisioner: "efs.csi.aws.com",
  parameters: { provisioningMode: "efs-ap", fileSystemId: fileSystem.id, directoryPerms: "700" },
  mountOptions: ["tls", "iam"],
  reclaimPolicy,
  volumeBindingMode: "Immediate",
});

const SIDECARS = {
  livenessProbe: "public.ecr.aws/csi-components/livenessprobe",
  nodeDriverRegistrar: "public.ecr.aws/csi-components/csi-node-driver-registrar",
  csiProvisioner: "public.ecr.aws/csi-components/csi-provisioner",
};

const images = (registries?: Registries): HelmValues => ({
  image: { repository: mirroredImage(registries, "public.ecr.aws/efs-csi-driver/amazon/aws-efs-csi-driver") },
  sidecars: Object.fromEntries(
    Object.entries(SIDECARS).map(([name, image]) => [
      name,
      {
        image: { repository: mirroredImage(registries, image) },
        securityContext: WITHOUT_PRIVILEGES,
        resources: REQUESTS,
      },
    ]),
  ),
});
