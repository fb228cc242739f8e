import type { Constraint } from "../../addons/gatekeeper/constraint";
import type { IngressConfig } from "../../addons/gatekeeper/settings";
import { TLS_POLICY } from "../../constructs/internet-facing-ingress";
import type { HelmValues } from "../../constructs/helm-values";
import { PLATFORM_HOSTS } from "../../settings/dns/platform-hosts";
import { CLUSTER_CHECK } from "../../settings/namespaces/cluster-check";
import { PLATFORM_NAMESPACES } from "../../settings/namespaces/namespaces";
import type { Application } from "../../settings/products/applications";

/** Everything that decides which Ingresses a cluster lets in. */
export interface IngressRules {
  /** Zone that Ingresses of the cluster appear under. */
  readonly zone: string;

  /** Second domain that hosts of applications appear under. */
  readonly publishingDomain: string | undefined;
  readonly applications: readonly Application[];

  /** Hosts of load balancers that Ingresses share. */
  readonly groupHosts: readonly string[];

  /** Hosts and annotations of single namespaces. */
  readonly ingresses: readonly IngressConfig[];

  /** Pool from which load balancers may take their public addresses; `undefined` for none. */
  readonly addressPool?: string | undefined;

  /**
   * Annotations that Services with a load balancer of their own may have.
   *
   * @default - there are none
   */
  readonly ofBalancers?: readonly HelmValues[];

  /** Annotation by which namespaces of products say their hosts. */
  readonly annotation: string | undefined;
}

/** Namespaces that the platform's own Ingresses are in. */
const PLATFORM_INGRESSES: readonly string[] = [PLATFORM_NAMESPACES.services, PLATFORM_NAMESPACES.monitoring];

/** Policies on Ingresses, with their parameters. */
export const ingressPolicies = (
  rules: IngressRules,
): Readonly<Record<"declared-ingress-hosts" | "load-balancer-annotations", Partial<Constraint>>> => ({
  "declared-ingress-hosts": {
    parameters: {
      hosts: hostsOfNamespaces(rules),
      ...(rules.annotation !== undefined && { annotation: rules.annotation }),
    },
  },
  "load-balancer-annotations": {
    parameters: {
      allowed: [
        ...SAFE_ANNOTATIONS,
        ...(rules.addressPool === undefined ? [] : [only("ipam-ipv4-pool-id", rules.addressPool)]),
        ...rules.ingresses.flatMap(annotationsOf),
        ...(rules.ofBalancers ?? []),
      ],
    },
  },
});

function hostsOfNamespaces({
  zone,
  publishingDomain,
  applications,
  ingresses,
  groupHosts,
}: IngressRules): HelmValues[] {
  const domains = [zone, ...(publishingDomain === undefined ? [] : [publishingDomain])];
  const platformHosts = PLATFORM_HOSTS.map((label) => `${label}.${zone}`);
  const declared = [
    ...PLATFORM_INGRESSES.map((namespace) => ({ namespace, hosts: platformHosts })),
    { namespace: PLATFORM_NAMESPACES.services, hosts: groupHosts },
    { namespace: CLUSTER_CHECK.namespace, hosts: [`${CLUSTER_CHECK.host}.${zone}`] },
    ...applications.map(({ namespace, hosts }) => ({
      namespace,
      hosts: hosts.flatMap((label) => domains.map((domain) => `${label}.${domain}`)),
    })),
    ...ingresses,
  ].filter(({ hosts }) => hosts.length > 0);

  return [...new Set(declared.map(({ namespace }) => namespace))].map((namespace) => ({
    namespace,
    hosts: [
      ...new Set(declared.filter((one) => one.namespace === namespace).flatMap(({ hosts }) => hosts)),
    ].sort(),
  }));
}

const annotationsOf = ({ namespace, annotations }: IngressConfig): HelmValues[] =>
  annotations.map(({ name, values }) => ({ name, ...(values && { values }), namespaces: [namespace] }));

const any = (...keys: readonly string[]): HelmValues[] =>
  keys.map((key) => ({ name: `alb.ingress.kubernetes.io/${key}` }));

const only = (key: string, ...values: readonly string[]): HelmValues => ({
  name: `alb.ingress.kubernetes.io/${key}`,
  values,
});

/** Annotations that change nothing but an application's own load balancer, target group or record. */
const SAFE_ANNOTATIONS: readonly HelmValues[] = [
  ...any(
    "backend-protocol",
    "backend-protocol-version",
    "healthcheck-interval-seconds",
    "healthcheck-path",
    "healthcheck-port",
    "healthcheck-protocol",
    "healthcheck-timeout-seconds",
    "healthy-threshold-count",
    "inbound-cidrs",
    "listen-ports",
    "load-balancer-attributes",
    "load-balancer-name",
    "scheme",
    "ssl-redirect",
    "success-codes",
    "target-group-attributes",
    "unhealthy-threshold-count",
  ),
  only("shield-advanced-protection", "true"),
  only("ssl-policy", TLS_POLICY),
  only("target-type", "ip"),
  // Grafana's Ingress answers 404 for what the internet may not see.
  { name: "alb.ingress.kubernetes.io/actions.*", namespaces: PLATFORM_INGRESSES },
  // Argo CD's chart sends its command line's calls to a Service of their own, by a header.
  {
    name: "alb.ingress.kubernetes.io/conditions.argocd-server-grpc",
    namespaces: [PLATFORM_NAMESPACES.services],
  },
  // The policy declared-ingress-hosts judges the hosts.
  { name: "external-dns.alpha.kubernetes.io/hostname" },
];
