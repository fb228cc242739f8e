import { Construct } from "constructs";
import type { KarpenterCompute } from "../../settings/cluster/compute/compute";
import type { Addon, AddonProps } from "../../constructs/addon";
import { PRIORITY_CLASS, topologySpread } from "../../constructs/availability";
import type { Cluster } from "../../constructs/cluster";
import { HelmRelease, TIMEOUT_BEFORE_OTHERS_SECONDS } from "../../constructs/helm-release";
import { Manifests } from "../../constructs/manifests";
import { inNamespace } from "../../constructs/network-peers";
import { mirroredImage } from "../../constructs/registries";
import { WorkloadRole } from "../../constructs/workload-role";
import { pinned } from "../../constructs/chart";
import { CHART } from "./chart";
import { KARPENTER, karpenterNetwork } from "./network";
import { nodeClass, type NodePlace } from "./node-class";
import { KARPENTER_KINDS, nodePool } from "./node-pool";
import { karpenterPermissions } from "./permissions";

export interface KarpenterProps extends AddonProps {
  readonly cluster: Cluster;
  readonly accountId: string;
  readonly compute: KarpenterCompute;

  /** Name of the role of the nodes that it makes. */
  readonly nodeRoleName: string;

  /** Name of the queue that tells it of instances about to go. */
  readonly queueName: string;
  readonly place: NodePlace;

  /** True in a VPC without a way to the internet: AWS offers its list of prices at no endpoint. */
  readonly isolated: boolean;

  /** True where pods have subnets of their own: the node's first interface then has no address for them. */
  readonly podsHaveSubnets: boolean;

  /**
   * Taints that its nodes begin with, and that programs on them remove.
   *
   * @default - none
   */
  readonly startTaints?: readonly { readonly key: string; readonly effect: string }[];
}

/**
 * Makes nodes for the pods that find no room, of the kinds that the cluster's pools allow, and takes away those that the
 * cluster can do without.
 *
 * @see https://karpenter.sh/docs/
 */
export class Karpenter extends Construct implements Addon {
  readonly role: WorkloadRole;

  /** Its pools. They go before the controller, which ends the instances of theirs. */
  readonly ready: Addon["ready"];
  readonly peers: Addon["peers"];

  constructor(scope: Construct, id: string, props: KarpenterProps) {
    super(scope, id);
    const { namespace, compute, place } = props;

    this.peers = inNamespace(namespace, karpenterNetwork, props.egress);
    this.role = this.serviceAccount(props);
    const controller = this.controller(props);

    this.ready = new Manifests(this, "pools", {
      namespace,
      releaseName: "karpenter-pools",
      objects: [
        ...Object.entries(compute.nodeClasses).map(([name, one]) => nodeClass(name, one, place)),
        ...Object.entries(compute.nodePools).map(([name, pool]) =>
          nodePool(name, pool, KARPENTER_KINDS, props.startTaints),
        ),
      ],
      after: [controller],
    }).ready;
  }

  /** Role of the controller. Pods on Fargate get theirs by IRSA whatever the cluster's choice: no agent runs beside them. */
  private serviceAccount({ cluster, namespace, accountId, compute, ...props }: KarpenterProps): WorkloadRole {
    const { name, region } = cluster;
    return new WorkloadRole(this, "service-account", {
      cluster: compute.controller === "fargate" ? { ...cluster, identity: "irsa" } : cluster,
      namespace,
      serviceAccount: "karpenter",
      permissions: karpenterPermissions({
        clusterName: name,
        region,
        accountId,
        nodeRoleArn: `arn:aws:iam::${accountId}:role/${props.nodeRoleName}`,
        queueArn: `arn:aws:sqs:${region}:${accountId}:${props.queueName}`,
      }),
    });
  }

  private controller(props: KarpenterProps): HelmRelease {
    const { cluster, namespace, replicas, registries, values, compute, isolated, after = [] } = props;
    return new HelmRelease(this, "release", {
      chart: pinned(CHART, props.chartVersions),
      namespace,
      values: {
        serviceAccount: this.role.helmValues,
        // One leads, the others wait for it to fail.
        replicas,
        // The chart lets no two share a node: where a cluster's own nodes are fewer, its release would wait in vain.
        affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [] } },
        topologySpreadConstraints: topologySpread(KARPENTER.labels),
        priorityClassName: PRIORITY_CLASS,
        // On Fargate it asks the VPC's resolver: CoreDNS may start after it.
        dnsPolicy: compute.controller === "fargate" ? "Default" : "ClusterFirst",
        controller: {
          image: { repository: mirroredImage(registries, "public.ecr.aws/karpenter/controller") },
          resources: { requests: { cpu: "500m", memory: "1Gi" }, limits: { memory: "1Gi" } },
        },
        settings: {
          clusterName: cluster.name,
          clusterEndpoint: cluster.endpoint,
          interruptionQueue: props.queueName,
          isolatedVPC: isolated,
          ...(props.podsHaveSubnets && { reservedENIs: "1" }),
        },
        serviceMonitor: { enabled: true },
      },
      overrides: values,
      registries,
      // They are of karpenter-crd, which upgrades them.
      skipCrds: true,
      timeoutSeconds: TIMEOUT_BEFORE_OTHERS_SECONDS,
      after: [this.role, ...after],
    });
  }
}
