import { PROMETHEUS } from "../../addons/kube-prometheus-stack/network";
import { WORKFLOW_PODS } from "../../addons/argo-workflows/network";
import { PUSHGATEWAY, PUSHGATEWAY_PORTS } from "../../addons/prometheus-pushgateway/network";
import { SPANS, TEMPO } from "../../addons/tempo/network";
import { ownValue } from "../../settings/checking/own-value";
import type {
  ApplicationNamespaceConfig,
  ApplicationNamespacesConfig,
} from "../../settings/namespaces/application-namespaces";
import { PLATFORM_NAMESPACES } from "../../settings/namespaces/namespaces";
import {
  namespaceNamed,
  type NetworkBlock,
  type Place,
  type Pods,
  type Surroundings,
} from "../../constructs/network-peers";
import type { NetworkPolicySettings } from "../../constructs/network-policy-spec";
import { PUBLIC, withoutPublic } from "../surroundings";

/** Peers of application namespaces. */
interface Peers {
  readonly around: Surroundings;

  /** Proxy of the cluster, which is reached at its own port; none without. */
  readonly proxy: readonly Place[];

  /** Addresses of the private subnets with one purpose. */
  readonly subnetsFor: (purpose: string) => readonly NetworkBlock[];

  /** Namespace of the workflows that deliver applications; `undefined` for none. */
  readonly workflows: string | undefined;

  /** TCP ports by the other namespaces that the pods may call. */
  readonly calls: Readonly<Record<string, readonly number[]>>;

  /** Jobs of applications push samples. */
  readonly pushesMetrics: boolean;
}

/** TCP ports of other namespaces that let pods of one call theirs. */
export const calledFrom = (
  namespace: string,
  namespaces: ApplicationNamespacesConfig,
): Readonly<Record<string, readonly number[]>> =>
  Object.fromEntries(
    Object.entries(namespaces).flatMap(([name, { callers }]) => {
      const ports = ownValue(callers, namespace);
      return ports === undefined ? [] : [[name, ports]];
    }),
  );

/**
 * Conversations of the pods of an application namespace: with each other and the namespaces that say so, users through load balancers,
 * Prometheus and its push gateway, Tempo, AWS, the databases that the namespace declares and the internet; the Kubernetes API
 * for the pods that it names. Sign-in at Dex goes by the internet, since
 * applications know Dex by its public name. Workflows ask every application for its health.
 */
export function applicationNetwork(
  namespace: string,
  { internetPorts, domains, databases, callers, callsKubernetesApi }: ApplicationNamespaceConfig,
  { around, proxy, subnetsFor, workflows, calls, pushesMetrics }: Peers,
): Readonly<Record<string, NetworkPolicySettings>> {
  const each = [{ blocks: [{ namespaces: namespaceNamed(namespace) }] }];

  return {
    "each-other": { ingress: each, egress: each },
    ...named("callers", "ingress", callers),
    ...named("calls", "egress", calls),
    "load-balancers": { ingress: around["load-balancers"] },
    metrics: { ingress: [{ blocks: [inMonitoring(PROMETHEUS)] }] },
    traces: { egress: [{ blocks: [inMonitoring(TEMPO)], ports: SPANS }] },
    ...(pushesMetrics
      ? { "pushed-metrics": { egress: [{ blocks: [inMonitoring(PUSHGATEWAY)], ports: PUSHGATEWAY_PORTS }] } }
      : {}),
    aws: { egress: domains ? withoutPublic(around.aws) : around.aws },
    ...Object.fromEntries(
      Object.entries(callsKubernetesApi).map(([name, labels]) => [
        `kubernetes-api-${name}`,
        { labels, egress: around["kubernetes-api"] },
      ]),
    ),
    databases: {
      egress: Object.entries(databases)
        .map(([purpose, ports]) => ({ blocks: subnetsFor(purpose), ports }))
        .filter(({ blocks }) => blocks.length > 0),
    },
    // A policy of the engine's own kind opens the domains.
    internet: { egress: [...(domains ? [] : [{ blocks: [PUBLIC], ports: internetPorts }]), ...proxy] },
    ...(workflows === undefined
      ? {}
      : { "smoke-tests": { ingress: [{ blocks: [inWorkflows(workflows)] }] } }),
  };
}

/**
 * Conversations of the namespace of the workflows that deliver applications: with the Kubernetes API, at which they say
 * what came of them, with AWS and GitHub, and with applications, which they ask for their health.
 */
export const deliveryNetwork = (around: Surroundings): Readonly<Record<string, NetworkPolicySettings>> => ({
  workflows: {
    labels: WORKFLOW_PODS.labels,
    egress: [...around["kubernetes-api"], ...around.aws, ...around.internet, ...around.applications],
  },
});

/** Policy about other namespaces of applications; none where there are none. */
const named = (
  name: string,
  direction: "ingress" | "egress",
  namespaces: Readonly<Record<string, readonly number[]>>,
): Readonly<Record<string, NetworkPolicySettings>> =>
  Object.keys(namespaces).length === 0
    ? {}
    : {
        [name]: {
          [direction]: Object.entries(namespaces).map(([namespace, ports]) => ({
            blocks: [{ namespaces: namespaceNamed(namespace) }],
            ports,
          })),
        },
      };

const inWorkflows = (namespace: string): NetworkBlock => ({
  namespaces: namespaceNamed(namespace),
  labels: WORKFLOW_PODS.labels,
});

const inMonitoring = ({ labels }: Pods): NetworkBlock => ({
  namespaces: namespaceNamed(PLATFORM_NAMESPACES.monitoring),
  labels,
});
