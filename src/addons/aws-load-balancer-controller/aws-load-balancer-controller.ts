import { Construct } from "constructs";
import type { Addon, AddonProps } from "../../constructs/addon";
import { EVICT_UNHEALTHY_PODS, PRIORITY_CLASS, topologySpread } from "../../constructs/availability";
import type { Cluster } from "../../constructs/cluster";
import { READ_ONLY_CONTAINER } from "../../constructs/container-rights";
import { HelmRelease, TIMEOUT_BEFORE_OTHERS_SECONDS } from "../../constructs/helm-release";
import type { HelmValues } from "../../constructs/helm-values";
import { TLS_POLICY } from "../../constructs/internet-facing-ingress";
import { mirroredImage } from "../../constructs/registries";
import { WorkloadRole } from "../../constructs/workload-role";
import { INGRESS_CLASS } from "../../names/ingress-classes";
import { accessLogs } from "./access-logs";
import { loadBalancerPermissions } from "./permissions";
import { pinned } from "../../constructs/chart";
import { CHART } from "./chart";
import { inNamespace } from "../../constructs/network-peers";
import { awsLoadBalancerControllerNetwork } from "./network";
import type { Shield } from "./settings";

export interface AwsLoadBalancerControllerProps extends AddonProps {
  readonly cluster: Cluster;

  /** Tags of the load balancers, target groups and security groups that the controller makes. */
  readonly tags: Readonly<Record<string, string>>;
  readonly shield: Shield;
}

/**
 * Makes an Application Load Balancer for each Ingress and is the cluster's default IngressClass.
 *
 * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller
 */
export class AwsLoadBalancerController extends Construct implements Addon {
  readonly role: WorkloadRole;
  readonly ready: Addon["ready"];
  readonly peers: Addon["peers"];

  constructor(scope: Construct, id: string, props: AwsLoadBalancerControllerProps) {
    super(scope, id);
    const { cluster, namespace, registries, values, after = [] } = props;
    const shield = props.shield === true;

    this.role = new WorkloadRole(this, "service-account", {
      cluster,
      namespace,
      serviceAccount: "aws-load-balancer-controller",
      permissions: loadBalancerPermissions(cluster, { shield }),
    });

    this.peers = inNamespace(namespace, awsLoadBalancerControllerNetwork, props.egress);
    this.ready = new HelmRelease(this, "release", {
      chart: pinned(CHART, props.chartVersions),
      namespace,
      values: {
        serviceAccount: this.role.helmValues,
        ...controller(props),
        ...ingresses(cluster.loadBalancerLogsBucket, cluster.ipv6),
        // Web ACLs here are WAF v2's: of WAF Classic it has neither the use nor the permissions.
        enableWaf: false,
        enableShield: shield,
        ...webhooks,
      },
      overrides: values,
      registries,
      timeoutSeconds: TIMEOUT_BEFORE_OTHERS_SECONDS,
      after: [this.role, ...after],
    }).ready;
  }
}

const controller = ({ cluster, tags, replicas, registries }: AwsLoadBalancerControllerProps): HelmValues => ({
  image: { repository: mirroredImage(registries, "public.ecr.aws/eks/aws-load-balancer-controller") },
  clusterName: cluster.name,
  // Otherwise asked of the instance metadata, which is out of a pod's reach.
  region: cluster.region,
  vpcId: cluster.vpcId,
  defaultTags: tags,
  replicaCount: replicas,
  podDisruptionBudget: { maxUnavailable: 1, ...EVICT_UNHEALTHY_PODS },
  topologySpreadConstraints: topologySpread({ "app.kubernetes.io/name": CHART.name }),
  priorityClassName: PRIORITY_CLASS,
  securityContext: READ_ONLY_CONTAINER,
  resources: { requests: { cpu: "100m", memory: "128Mi" }, limits: { memory: "512Mi" } },
  serviceMonitor: { enabled: true },
});

/** Pods of IPv6 have load balancers that visitors reach by both. */
const DUAL_STACK = { ipAddressType: "dualstack" };

const ingresses = (accessLogsBucket: string, ipv6: boolean): HelmValues => ({
  ingressClass: INGRESS_CLASS,
  createIngressClassResource: true,
  ingressClassConfig: { default: true },
  ingressClassParams: {
    spec: { ...(ipv6 && DUAL_STACK), loadBalancerAttributes: accessLogs(accessLogsBucket) },
  },
  defaultTargetType: "ip",
  defaultSSLPolicy: TLS_POLICY,
});

const webhooks: HelmValues = {
  // Called for every new Service of the cluster, it fails all other releases until the controller runs.
  // https://github.com/kubernetes-sigs/aws-load-balancer-controller/issues/4140
  enableServiceMutatorWebhook: false,
  // Otherwise each upgrade replaces the webhooks' certificate, and calls fail until all pods have the new one.
  keepTLSSecret: true,
};
