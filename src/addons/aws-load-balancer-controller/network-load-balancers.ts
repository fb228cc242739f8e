import { Construct } from "constructs";
import type { After, Ready } from "../../constructs/addon";
import { type Manifest, Manifests } from "../../constructs/manifests";
import type { NetworkLoadBalancerConfig } from "./network-load-balancer-settings";

/** A load balancer, the name by which AWS knows it, and its addresses. */
export interface AddressedLoadBalancer extends NetworkLoadBalancerConfig {
  /** Name of its Service. */
  readonly name: string;
  readonly loadBalancerName: string;

  /** Ids of its addresses, one for each subnet. */
  readonly allocationIds: readonly string[];
}

export interface NetworkLoadBalancersProps {
  /** Namespace of Helm's record. */
  readonly namespace: string;
  readonly balancers: readonly AddressedLoadBalancer[];

  /** Ids of the subnets of load balancers, in the order of the addresses. */
  readonly subnetIds: readonly string[];

  /** @default - nothing */
  readonly after?: After;
}

const PREFIX = "service.beta.kubernetes.io/aws-load-balancer";

/**
 * Annotations of the Service of a load balancer. Its pods see the load balancer's addresses and not the visitors':
 * network policies admit its subnets alone.
 *
 * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/service/annotations/
 */
export const annotationsOf = (
  { loadBalancerName, allocationIds }: AddressedLoadBalancer,
  subnetIds: readonly string[],
): Readonly<Record<string, string>> => ({
  [`${PREFIX}-name`]: loadBalancerName,
  [`${PREFIX}-scheme`]: "internet-facing",
  [`${PREFIX}-nlb-target-type`]: "ip",
  [`${PREFIX}-subnets`]: subnetIds.join(","),
  [`${PREFIX}-eip-allocations`]: allocationIds.join(","),
  [`${PREFIX}-target-group-attributes`]: "preserve_client_ip.enabled=false",
});

/**
 * Load balancers that pass TCP on to pods of applications, at addresses that stay for as long as the cluster does.
 *
 * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/service/nlb/
 */
export class NetworkLoadBalancers extends Construct implements Ready {
  readonly ready: Ready["ready"];

  constructor(scope: Construct, id: string, props: NetworkLoadBalancersProps) {
    super(scope, id);
    this.ready = new Manifests(this, "services", {
      namespace: props.namespace,
      releaseName: "network-load-balancers",
      objects: props.balancers.map((balancer) => service(balancer, props.subnetIds)),
      after: props.after ?? [],
    }).ready;
  }
}

const service = (balancer: AddressedLoadBalancer, subnetIds: readonly string[]): Manifest => ({
  apiVersion: "v1",
  kind: "Service",
  metadata: {
    name: balancer.name,
    namespace: balancer.namespace,
    annotations: annotationsOf(balancer, subnetIds),
  },
  spec: {
    type: "LoadBalancer",
    loadBalancerClass: "service.k8s.aws/nlb",
    // The load balancer sends to pods, not to nodes.
    allocateLoadBalancerNodePorts: false,
    loadBalancerSourceRanges: [...(balancer.visitors ?? ["0.0.0.0/0"])],
    selector: balancer.pods,
    ports: Object.entries(balancer.ports).map(([port, targetPort]) => ({
      name: `tcp-${port}`,
      protocol: "TCP",
      port: Number(port),
      targetPort,
    })),
  },
});
