import type { HelmValue } from "./helm-values";
import type { Manifest } from "./manifests";

/** Engine that knows the domains behind addresses. Others know addresses alone. */
export type DomainEngine = "cilium" | "auto-mode";

/** Hosts outside the cluster to which the pods of a namespace may connect. */
export interface DomainsOfNamespace {
  readonly namespace: string;

  /** Hosts, or `*.` and a domain for every host below it. */
  readonly domains: readonly string[];

  /** TCP ports at which they answer. */
  readonly ports: readonly number[];
}

/** Name of the policy. Engines make objects of their own of each name, so that it must differ from the others' of the namespace. */
const NAME = "domains";

/**
 * Policy that lets the pods of a namespace connect to domains, as an engine has it. It allows and refuses nothing else: another
 * policy of the namespace refuses the rest.
 *
 * @see https://docs.cilium.io/en/v1.19/security/policy/layer3/#dns-based
 * @see https://docs.aws.amazon.com/eks/latest/userguide/auto-net-pol.html
 */
export const domainPolicy = (engine: DomainEngine, settings: DomainsOfNamespace): Manifest =>
  engine === "cilium" ? forCilium(settings) : forAutoMode(settings);

const forCilium = ({ namespace, domains, ports }: DomainsOfNamespace): Manifest => ({
  apiVersion: "cilium.io/v2",
  kind: "CiliumNetworkPolicy",
  metadata: { name: NAME, namespace },
  spec: {
    endpointSelector: {},
    egress: [
      {
        // Cilium reads the answers of CoreDNS, and so learns which addresses a domain has.
        toEndpoints: [
          { matchLabels: { "k8s:io.kubernetes.pod.namespace": "kube-system", "k8s:k8s-app": "kube-dns" } },
        ],
        toPorts: [{ ports: [{ port: "53", protocol: "ANY" }], rules: { dns: [{ matchPattern: "*" }] } }],
      },
      {
        toFQDNs: domains.map(selectorOf),
        toPorts: [{ ports: ports.map((port) => ({ port: String(port), protocol: "TCP" })) }],
      },
    ],
  },
});

/** Cilium takes `*.` for one label, and `**.` for any number of them. */
const selectorOf = (domain: string): HelmValue =>
  domain.startsWith("*.") ? { matchPattern: `*${domain}` } : { matchName: domain };

const forAutoMode = ({ namespace, domains, ports }: DomainsOfNamespace): Manifest => ({
  apiVersion: "networking.k8s.aws/v1alpha1",
  kind: "ApplicationNetworkPolicy",
  metadata: { name: NAME, namespace },
  spec: {
    podSelector: {},
    policyTypes: ["Egress"],
    egress: [
      { to: [{ domainNames: [...domains] }], ports: ports.map((port) => ({ protocol: "TCP", port })) },
    ],
  },
});
