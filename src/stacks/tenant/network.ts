import { PROMETHEUS } from "../../addons/kube-prometheus-stack/network";
import { type DomainEngine, domainPolicy } from "../../constructs/domain-policy";
import type { Manifest } from "../../constructs/manifests";
import { namespaceNamed, type NetworkBlock, type Surroundings } from "../../constructs/network-peers";
import {
  type Allowance,
  askForNames,
  DENY_ALL,
  type NetworkPolicySettings,
  networkPolicySpec,
} from "../../constructs/network-policy-spec";
import { PLATFORM_NAMESPACES } from "../../settings/namespaces/namespaces";
import type { Tenant } from "../../settings/products/products";
import { withoutPublic } from "../surroundings";
import { portsOf } from "../../settings/products/resources/own-resources";

/** Tenants of the same cluster, by product and environment. */
export type Neighbours = ReadonlyMap<string, Tenant>;

/** Network around a tenant's namespace. */
export interface TenantNetworkParts {
  readonly neighbours: Neighbours;
  readonly around: Surroundings;

  /** Private subnets of the cluster, in which its tenants' databases are. */
  readonly privateSubnets: readonly NetworkBlock[];

  /** Addresses besides CoreDNS's pods that answer queries for names. */
  readonly nameServers: readonly NetworkBlock[];

  /** Engine of policies that may name domains; `undefined` where none can. */
  readonly domainEngine: DomainEngine | undefined;
}

/** TCP ports at which pods may call public addresses. */
const HTTPS = [443];

/**
 * Policies of a tenant's namespace: nothing passes but DNS, the namespace's own pods, load balancers where it has a host,
 * Prometheus, AWS, public addresses and the tenants that both sides name.
 */
export const networkOf = (
  tenant: Tenant,
  { around, neighbours, nameServers, privateSubnets, domainEngine }: TenantNetworkParts,
): Manifest[] => [
  ...Object.entries({
    ...conversationsOf(tenant, around, neighbours),
    ...databasesOf(tenant, privateSubnets),
    "ask-for-names": askForNames(nameServers),
    "deny-all": DENY_ALL,
  }).map(([name, settings]) => ({
    apiVersion: "networking.k8s.io/v1",
    kind: "NetworkPolicy",
    metadata: { name, namespace: tenant.namespace },
    spec: networkPolicySpec(settings),
  })),
  ...domainsOf(tenant, domainEngine),
];

const domainsOf = ({ namespace, settings: { network = {} } }: Tenant, engine: DomainEngine | undefined) =>
  network.domains && engine
    ? [
        domainPolicy(engine, {
          namespace,
          domains: network.domains,
          ports: network.internetPorts ?? HTTPS,
        }),
      ]
    : [];

function conversationsOf(
  { namespace, ref, settings: { network = {}, ingress = [] } }: Tenant,
  around: Surroundings,
  neighbours: Neighbours,
): Record<string, NetworkPolicySettings> {
  const own: Allowance[] = [{ blocks: [podsOf(namespace)] }];
  const { allowFrom = [], allowTo = [], internetPorts = HTTPS, domains, metrics = true } = network;
  const internet = domains ? withoutPublic(around.internet) : around.internet;

  return {
    "each-other": { ingress: own, egress: own },
    ...(ingress.length > 0 ? { "load-balancers": { ingress: around["load-balancers"] } } : {}),
    ...(metrics ? { metrics: { ingress: [{ blocks: [inMonitoring] }] } } : {}),
    aws: { egress: domains ? withoutPublic(around.aws) : around.aws },
    internet: {
      egress: internet.map(({ blocks }) => ({ blocks, ports: internetPorts })),
    },
    ...policies("from", allowFrom, ({ tenant, ports }) => ({
      ingress: [{ blocks: [podsOf(neighbours.get(tenant)!.namespace)], ports }],
    })),
    ...policies("to", allowTo, ({ tenant }) => {
      const other = neighbours.get(tenant)!;
      return { egress: [{ blocks: [podsOf(other.namespace)], ports: portsTowards(other, ref) }] };
    }),
  };
}

/** Way to the databases of a namespace, which answer in the cluster's subnets at addresses that AWS chooses. */
const databasesOf = (
  tenant: Tenant,
  blocks: readonly NetworkBlock[],
): Readonly<Record<string, NetworkPolicySettings>> => {
  const ports = portsOf(tenant);
  return ports.length === 0 ? {} : { databases: { egress: [{ blocks, ports }] } };
};

/** Ports at which a tenant lets another in. */
const portsTowards = ({ settings: { network } }: Tenant, ref: string): readonly number[] =>
  (network?.allowFrom ?? []).filter(({ tenant }) => tenant === ref).flatMap(({ ports }) => ports);

const policies = <Peer extends { readonly tenant: string }>(
  direction: string,
  peers: readonly Peer[],
  settingsOf: (peer: Peer) => NetworkPolicySettings,
): Record<string, NetworkPolicySettings> =>
  Object.fromEntries(
    peers.map((peer) => [`${direction}-${peer.tenant.replace("/", ".")}`, settingsOf(peer)]),
  );

const podsOf = (namespace: string): NetworkBlock => ({ namespaces: namespaceNamed(namespace) });

const inMonitoring: NetworkBlock = {
  namespaces: namespaceNamed(PLATFORM_NAMESPACES.monitoring),
  labels: PROMETHEUS.labels,
};
