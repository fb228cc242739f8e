import { Construct } from "constructs";
import type { After, Ready } from "../../constructs/addon";
import { TLS_POLICY } from "../../constructs/internet-facing-ingress";
import { listenerSet } from "../../constructs/listener-set";
import { type Manifest, Manifests } from "../../constructs/manifests";
import { GATEWAY, GATEWAY_API } from "../../names/gateway-names";
import { accessLogs } from "./access-logs";
import type { GatewayConfig } from "./gateway-settings";

export interface SharedGatewayProps extends GatewayConfig {
  /** Namespace of the Gateway. */
  readonly namespace: string;
  readonly loadBalancerName: string;

  /** Label of the namespaces that may have listeners. */
  readonly namespaceLabel: Readonly<Record<string, string>>;

  /** Hosts of namespaces, by name. Namespaces that other states make bring their own listeners. */
  readonly hosts: Readonly<Record<string, readonly string[]>>;

  /** Ids of the subnets of load balancers, internal ones too: network policies admit theirs to pods. */
  readonly subnetIds: readonly string[];
  readonly accessLogsBucket: string;

  /**
   * Id of the IPAM pool that public addresses come from.
   *
   * @default - AWS chooses addresses
   */
  readonly addressPool?: string | undefined;

  /** @default - nothing */
  readonly after?: After;
}

/**
 * One Application Load Balancer for the HTTPRoutes of all namespaces. Each namespace has listeners for its own hosts; plain
 * HTTP is sent to HTTPS.
 *
 * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/gateway/l7gateway/
 */
export class SharedGateway extends Construct implements Ready {
  readonly ready: Ready["ready"];

  constructor(scope: Construct, id: string, props: SharedGatewayProps) {
    super(scope, id);
    this.ready = new Manifests(this, "gateway", {
      namespace: props.namespace,
      releaseName: "gateway",
      objects: [
        parameters(props),
        gatewayClass(props),
        gateway(props),
        toHttps(props),
        ...Object.entries(props.hosts).map(([namespace, hosts]) =>
          listenerSet({ namespace, gatewayNamespace: props.namespace, hosts }),
        ),
      ],
      ...(props.after && { after: props.after }),
    }).ready;
  }
}

const PARAMETERS = { group: "gateway.k8s.aws", kind: "LoadBalancerConfiguration", name: GATEWAY } as const;

/** Parameters of the class. They win over those of a Gateway. */
const parameters = (props: SharedGatewayProps): Manifest => ({
  apiVersion: "gateway.k8s.aws/v1",
  kind: PARAMETERS.kind,
  metadata: { name: GATEWAY, namespace: props.namespace },
  spec: {
    mergingMode: "prefer-gateway-class",
    loadBalancerName: props.loadBalancerName,
    scheme: props.scheme,
    loadBalancerSubnets: props.subnetIds.map((identifier) => ({ identifier })),
    sourceRanges: [...(props.visitors ?? ["0.0.0.0/0"])],
    listenerConfigurations: [{ protocolPort: "HTTPS:443", sslPolicy: TLS_POLICY }],
    loadBalancerAttributes: accessLogs(props.accessLogsBucket),
    // A load balancer inside the VPC has no public address.
    ...(props.addressPool !== undefined &&
      props.scheme === "internet-facing" && { ipv4IPAMPoolId: props.addressPool }),
  },
});

const gatewayClass = ({ namespace }: SharedGatewayProps): Manifest => ({
  apiVersion: `${GATEWAY_API}/v1`,
  kind: "GatewayClass",
  metadata: { name: GATEWAY },
  spec: { controllerName: "gateway.k8s.aws/alb", parametersRef: { ...PARAMETERS, namespace } },
});

const HTTP = "http";

const gateway = ({ namespace, namespaceLabel }: SharedGatewayProps): Manifest => ({
  apiVersion: `${GATEWAY_API}/v1`,
  kind: "Gateway",
  metadata: { name: GATEWAY, namespace },
  spec: {
    gatewayClassName: GATEWAY,
    listeners: [{ name: HTTP, port: 80, protocol: "HTTP", allowedRoutes: { namespaces: { from: "Same" } } }],
    allowedListeners: { namespaces: { from: "Selector", selector: { matchLabels: namespaceLabel } } },
  },
});

const toHttps = ({ namespace }: SharedGatewayProps): Manifest => ({
  apiVersion: `${GATEWAY_API}/v1`,
  kind: "HTTPRoute",
  metadata: { name: "to-https", namespace },
  spec: {
    parentRefs: [{ group: GATEWAY_API, kind: "Gateway", name: GATEWAY, sectionName: HTTP }],
    rules: [
      { filters: [{ type: "RequestRedirect", requestRedirect: { scheme: "https", statusCode: 301 } }] },
    ],
  },
});
