import { Construct } from "constructs";
import type { Addon } from "../../constructs/addon";
import { PRIORITY_CLASS, topologySpread } from "../../constructs/availability";
import type { Cluster } from "../../constructs/cluster";
import { DisruptionBudgets } from "../../constructs/disruption-budgets";
import { READ_ONLY_CONTAINER } from "../../constructs/container-rights";
import { deliveredRelease, type DeliveredAddonProps } from "../../constructs/delivered-release";
import type { Permission } from "../../constructs/iam-policy";
import { inNamespace } from "../../constructs/network-peers";
import { mirroredImage } from "../../constructs/registries";
import { WorkloadRole } from "../../constructs/workload-role";
import { pinned } from "../../constructs/chart";
import { CHART } from "./chart";
import { AUTOSCALER, clusterAutoscalerNetwork } from "./network";

export interface ClusterAutoscalerProps extends DeliveredAddonProps {
  readonly cluster: Cluster;

  /** Tag of its image, such as `v1.36.1`: of the same minor as the cluster's Kubernetes. */
  readonly imageTag: string;
}

/**
 * Adds nodes where pods find no room and takes away those that stand idle, in the node groups that bear the
 * cluster's autoscaler tags.
 *
 * @see https://github.com/kubernetes/autoscaler/tree/master/cluster-autoscaler
 */
export class ClusterAutoscaler extends Construct implements Addon {
  readonly role: WorkloadRole;
  readonly ready: Addon["ready"];
  readonly peers: Addon["peers"];

  constructor(scope: Construct, id: string, props: ClusterAutoscalerProps) {
    super(scope, id);
    const { cluster, imageTag, namespace, replicas, registries, installedBy, values, after = [] } = props;

    this.peers = inNamespace(namespace, clusterAutoscalerNetwork, props.egress);
    this.role = new WorkloadRole(this, "service-account", {
      cluster,
      namespace,
      serviceAccount: "cluster-autoscaler",
      permissions: permissionsIn(cluster),
    });

    this.ready = deliveredRelease(this, "release", {
      installedBy,
      chart: pinned(CHART, props.chartVersions),
      namespace,
      values: {
        image: {
          repository: mirroredImage(registries, "registry.k8s.io/autoscaling/cluster-autoscaler"),
          tag: imageTag,
        },
        awsRegion: cluster.region,
        autoDiscovery: { clusterName: cluster.name },
        rbac: { serviceAccount: this.role.helmValues },
        extraArgs: {
          "balance-similar-node-groups": true,
          // How near each group is to its limit, for alerts.
          "emit-per-nodegroup-metrics": true,
          "scale-down-utilization-threshold": 0.55,
          "skip-nodes-with-local-storage": false,
        },
        replicaCount: replicas,
        // The chart writes a budget of whatever stands here.
        podDisruptionBudget: null,
        topologySpreadConstraints: topologySpread(AUTOSCALER.labels),
        priorityClassName: PRIORITY_CLASS,
        // The chart sets none of it. The group lets the user read the token of its role.
        securityContext: { runAsUser: NOBODY, runAsGroup: NOBODY, fsGroup: NOBODY },
        containerSecurityContext: READ_ONLY_CONTAINER,
        resources: { requests: { cpu: "100m", memory: "300Mi" }, limits: { memory: "1Gi" } },
        serviceMonitor: { enabled: true, namespace },
      },
      overrides: values,
      registries,
      after: [this.role, ...after],
    }).ready;
    if (installedBy === "terraform") {
      new DisruptionBudgets(this, "disruption-budgets", {
        namespace,
        addon: CHART.name,
        replicas,
        pods: { "cluster-autoscaler": AUTOSCALER.labels },
      });
    }
  }
}

/** User without rights of its own, which the chart suggests. */
const NOBODY = 65_534;

const permissionsIn = ({ name }: Cluster): readonly Permission[] => [
  {
    actions: [
      "autoscaling:DescribeAutoScalingGroups",
      "autoscaling:DescribeAutoScalingInstances",
      "autoscaling:DescribeLaunchConfigurations",
      "autoscaling:DescribeScalingActivities",
      "ec2:DescribeImages",
      "ec2:DescribeInstanceTypes",
      "ec2:DescribeLaunchTemplateVersions",
      "ec2:GetInstanceTypesFromInstanceRequirements",
    ],
    anyResourceBecause: "looking up groups and instance types has no resource level",
  },
  {
    actions: ["eks:DescribeNodegroup"],
    resources: [`arn:aws:eks:*:*:nodegroup/${name}/*/*`],
  },
  {
    actions: ["autoscaling:SetDesiredCapacity", "autoscaling:TerminateInstanceInAutoScalingGroup"],
    anyResourceBecause: "EKS names the groups; the condition keeps to those of this cluster",
    conditions: { StringEquals: { [`aws:ResourceTag/k8s.io/cluster-autoscaler/${name}`]: "owned" } },
  },
];
