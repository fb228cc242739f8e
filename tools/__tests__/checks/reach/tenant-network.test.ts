import { describe, expect, it } from "vitest";
import { platform as river } from "../../../../examples/river-authority";
import { definePlatform } from "../../../../src/settings/define-platform";
import { clusterLabel } from "../../../../src/settings/environment/stack-names";
import type { Tenant } from "../../../../src/settings/products/products";
import { nameServers, surroundings } from "../../../../src/stacks/surroundings";
import { networkOf } from "../../../../src/stacks/tenant/network";
import { sampleProducts } from "../../../samples/tenants";
import type { KubernetesObject } from "../../../checks/charts/objects";
import { problemsOfTenantNetwork } from "../../../checks/reach/tenant-network";

/** As many namespaces as the largest platform on record has. */
const { environments, tenants } = definePlatform({
  ...river,
  products: sampleProducts(1_459, {
    live: { cluster: "live", zone: "eks.live.river-authority.example" },
    others: [{ cluster: "dev", zone: "eks.dev.river-authority.example" }],
    gitHub: "river-authority",
  }),
});

const clusters = environments
  .flatMap((environment) => environment.clusters)
  .map((cluster) => {
    const own = tenants.products!.tenants.filter((tenant) => tenant.cluster === clusterLabel(cluster));
    const parts = {
      neighbours: new Map(own.map((tenant) => [tenant.ref, tenant])),
      around: surroundings(cluster),
      nameServers: nameServers(cluster),
      privateSubnets: [],
      domainEngine: undefined,
    };
    return {
      own,
      policies: own.flatMap((tenant) => networkOf(tenant, parts)) as unknown as KubernetesObject[],
      pods: Object.values(cluster.network.subnets.private),
    };
  });

const { own, policies, pods } = clusters.find((each) => each.own.length > 500)!;

/** Policies with one more rule, in a namespace and a direction. */
const withRule = (namespace: string, direction: "egress" | "ingress", rule: object): KubernetesObject[] => [
  ...policies,
  {
    apiVersion: "networking.k8s.io/v1",
    kind: "NetworkPolicy",
    metadata: { name: "planted", namespace },
    spec: { podSelector: {}, policyTypes: ["Ingress", "Egress"], [direction]: [rule] },
  } as unknown as KubernetesObject,
];

const named = (namespace: string) => ({
  namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": namespace } },
});

const [consenting] = own.filter(({ settings }) => settings.network?.allowFrom);
const callerOf = (tenant: Tenant) =>
  own.find(({ ref }) => ref === tenant.settings.network!.allowFrom![0]!.tenant)!;
const [one, other] = own.filter(({ settings }) => settings.network === undefined) as [Tenant, Tenant];

describe("pods of 1,459 tenants", () => {
  it("reach each other where both files consent, and nowhere else", () => {
    expect(own.length).toBeGreaterThan(900);
    expect(own.some(({ settings }) => settings.network?.allowTo)).toBe(true);
    expect(clusters.flatMap((each) => problemsOfTenantNetwork(each.policies, each.own, each.pods))).toEqual(
      [],
    );
  });

  it("are found to reach another whose policies let them in by mistake", () => {
    const opened = [
      ...withRule(one.namespace, "egress", { to: [named(other.namespace)] }),
      ...withRule(other.namespace, "ingress", { from: [named(one.namespace)], ports: [{ port: 80 }] }),
    ];

    expect(problemsOfTenantNetwork(opened, own, pods)).toEqual([
      `${one.namespace} → ${other.namespace}: expected no port, to which both files consent, got port 80; correct the policies of the two`,
    ]);
  });

  it("are not found to reach what one side alone opens", () => {
    expect(
      problemsOfTenantNetwork(withRule(one.namespace, "egress", { to: [named(other.namespace)] }), own, pods),
    ).toEqual([]);
  });

  it.each([
    ["every namespace", { from: [{ namespaceSelector: {} }] }],
    [
      "namespaces by a label of their own",
      { from: [{ namespaceSelector: { matchLabels: { team: "maps" } } }] },
    ],
    ["no one place", {}],
    ["the range of the pods' addresses", { from: [{ ipBlock: { cidr: "10.0.0.0/8" } }] }],
  ])("are found to reach an end that lets in %s", (_, rule) => {
    const opened = [
      ...withRule(other.namespace, "ingress", rule),
      ...withRule(one.namespace, "egress", { to: [named(other.namespace)] }),
    ];

    expect(problemsOfTenantNetwork(opened, own, pods)).toContain(
      `${one.namespace} → ${other.namespace}: expected no port, to which both files consent, got every port; correct the policies of the two`,
    );
  });

  it("are found to miss a conversation to which both files consent", () => {
    const from = callerOf(consenting!);
    const without = policies.filter(
      ({ metadata }) => !(metadata.namespace === from.namespace && String(metadata.name).startsWith("to-")),
    );

    expect(problemsOfTenantNetwork(without, own, pods)).toEqual([
      `${from.namespace} → ${consenting!.namespace}: expected port 8080, to which both files consent, got no port; correct the policies of the two`,
    ]);
  });
});
