import { Construct } from "constructs";
import type { After, Ready } from "../../constructs/addon";
import type { HelmValue } from "../../constructs/helm-values";
import { TLS_POLICY } from "../../constructs/internet-facing-ingress";
import { type Manifest, Manifests } from "../../constructs/manifests";
import { accessLogs } from "./access-logs";
import type { IngressGroupConfig } from "./group-settings";

/** A group, and the names by which it is known. */
export interface NamedGroup extends IngressGroupConfig {
  /** Name of its IngressClass. */
  readonly name: string;
  readonly loadBalancerName: string;

  /** Host that answers 404 as long as the load balancer is well. */
  readonly host: string;
}

export interface IngressGroupsProps {
  /** Namespace of the Ingress that keeps each load balancer there. */
  readonly namespace: string;
  readonly groups: readonly NamedGroup[];

  /** Ids of the subnets of load balancers, internal ones too: network policies admit theirs to pods. */
  readonly subnetIds: readonly string[];
  readonly accessLogsBucket: string;

  /**
   * Id of the IPAM pool that public addresses come from.
   *
   * @default - AWS chooses addresses
   */
  readonly addressPool?: string | undefined;

  /** Pods have addresses of IPv6, and load balancers both kinds. */
  readonly ipv6: boolean;

  /** @default - nothing */
  readonly after?: After;
}

/**
 * Load balancers that Ingresses of several namespaces share, each with an IngressClass that only its namespaces may name.
 * An Ingress of the platform's keeps each there, and answers 404.
 *
 * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/ingress_class/
 */
export class IngressGroups extends Construct implements Ready {
  readonly ready: Ready["ready"];

  constructor(scope: Construct, id: string, props: IngressGroupsProps) {
    super(scope, id);
    this.ready = new Manifests(this, "classes", {
      namespace: props.namespace,
      releaseName: "ingress-groups",
      objects: props.groups.flatMap((group) => [
        parameters(group, props),
        ingressClass(group),
        ingress(group, props.namespace),
      ]),
      ...(props.after && { after: props.after }),
    }).ready;
  }
}

/** Parameters of the class: they win over annotations, so that no Ingress changes what all of them share. */
const parameters = (group: NamedGroup, props: IngressGroupsProps): Manifest => ({
  apiVersion: "elbv2.k8s.aws/v1beta1",
  kind: "IngressClassParams",
  metadata: { name: group.name },
  spec: {
    group: { name: group.name },
    loadBalancerName: group.loadBalancerName,
    scheme: group.scheme,
    namespaceSelector: {
      matchExpressions: [
        {
          key: "kubernetes.io/metadata.name",
          operator: "In",
          values: [props.namespace, ...group.namespaces],
        },
      ],
    },
    subnets: { ids: [...props.subnetIds] },
    ...(props.ipv6 && { ipAddressType: "dualstack" }),
    inboundCIDRs: [...(group.visitors ?? ["0.0.0.0/0", ...(props.ipv6 ? ["::/0"] : [])])],
    listeners: [
      { protocol: "HTTP", port: 80 },
      { protocol: "HTTPS", port: 443 },
    ],
    sslRedirectPort: "443",
    sslPolicy: TLS_POLICY,
    targetType: "ip",
    loadBalancerAttributes: accessLogs(props.accessLogsBucket),
    // A load balancer inside the VPC has no public address.
    ...(props.addressPool !== undefined &&
      group.scheme === "internet-facing" && { ipamConfiguration: { ipv4IPAMPoolId: props.addressPool } }),
    ...(group.webAcl !== undefined && { wafv2AclArn: group.webAcl }),
  },
});

const ingressClass = ({ name }: NamedGroup): Manifest => ({
  apiVersion: "networking.k8s.io/v1",
  kind: "IngressClass",
  metadata: { name },
  spec: {
    controller: "ingress.k8s.aws/alb",
    parameters: { apiGroup: "elbv2.k8s.aws", kind: "IngressClassParams", name },
  },
});

const NOT_FOUND: HelmValue = {
  type: "fixed-response",
  fixedResponseConfig: { contentType: "text/plain", statusCode: "404", messageBody: "Not found" },
};

/** @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/#actions */
const ingress = ({ name, host }: NamedGroup, namespace: string): Manifest => ({
  apiVersion: "networking.k8s.io/v1",
  kind: "Ingress",
  metadata: {
    name: `ingress-group-${name}`,
    namespace,
    annotations: { "alb.ingress.kubernetes.io/actions.not-found": JSON.stringify(NOT_FOUND) },
  },
  spec: {
    ingressClassName: name,
    rules: [
      {
        host,
        http: {
          paths: [
            {
              path: "/",
              pathType: "Prefix",
              backend: { service: { name: "not-found", port: { name: "use-annotation" } } },
            },
          ],
        },
      },
    ],
  },
});
