import { NetworkPolicyV1 } from "@cdktf/provider-kubernetes/lib/network-policy-v1";
import { describe, expect, it } from "vitest";
import type { KubernetesObject } from "../../../tools/checks/charts/objects";
import { type End, refusals } from "../../../tools/checks/charts/reach";
import { askForNames, DENY_ALL, networkPolicySpec } from "../../../src/constructs/network-policy-spec";
import {
  applicationNetwork,
  calledFrom,
  deliveryNetwork,
} from "../../../src/stacks/cluster-access/application-network";
import { namespacesOf } from "../../../src/settings/namespaces/namespaces";
import { privateBlocks, surroundings } from "../../../src/stacks/surroundings";
import { testEnvironment } from "../../support/environments";
import { platform } from "../../support/platform";

const peers = {
  around: surroundings(testEnvironment),
  proxy: [],
  subnetsFor: (purpose: string) => privateBlocks(testEnvironment, purpose),
  workflows: "delivery",
  calls: {},
  pushesMetrics: true,
};

const policiesOf = (
  namespace: "apps" | "licensify" | "delivery",
  bounds = testEnvironment.namespaces[namespace],
  calls: Readonly<Record<string, readonly number[]>> = {},
): KubernetesObject[] =>
  Object.entries({
    ...(namespace === "delivery"
      ? deliveryNetwork(peers.around)
      : applicationNetwork(namespace, bounds!, { ...peers, calls })),
    names: askForNames(),
    "deny-all": DENY_ALL,
  }).map(([name, settings]) => ({
    apiVersion: "networking.k8s.io/v1",
    kind: "NetworkPolicy",
    metadata: { name, namespace },
    spec: JSON.parse(JSON.stringify(networkPolicySpec(settings))) as KubernetesObject,
  }));

const policies = [...policiesOf("apps"), ...policiesOf("delivery")];

const { subnets } = testEnvironment.network;
const podIn = (namespace: string, labels: Readonly<Record<string, string>> = {}): End => ({
  namespace,
  labels,
  namespaceLabels: namespacesOf(testEnvironment)[namespace]!.labels,
});
const application = podIn("apps", { app: "whitehall" });
const first = (cidr: string | undefined): End => ({ address: cidr!.split("/")[0]! });

const ENDS: Readonly<Record<string, End>> = {
  "the application": application,
  "its neighbour": podIn("apps", { app: "router" }),
  "another team's namespace": podIn("licensify"),
  "Argo CD": podIn("cluster-services", { "app.kubernetes.io/name": "argocd-server" }),
  Prometheus: podIn("monitoring", {
    "app.kubernetes.io/name": "prometheus",
    "operator.prometheus.io/name": "kube-prometheus-stack-prometheus",
  }),
  Grafana: podIn("monitoring", { "app.kubernetes.io/name": "grafana" }),
  Tempo: podIn("monitoring", { "app.kubernetes.io/name": "tempo" }),
  "the push gateway": podIn("monitoring", { "app.kubernetes.io/name": "prometheus-pushgateway" }),
  "a load balancer": first(subnets.public.a),
  "the API server": first(subnets.controlPlane.a),
  Kubernetes: { address: "172.20.0.1" },
  "an endpoint of AWS": first(subnets.private.a),
  "a database": { address: "10.13.10.5" },
  "a cache": { address: "10.13.7.5" },
  "the rest of the VPC": { address: "10.13.200.5" },
  "the internet": { address: "93.184.216.34" },
  "the metadata of its node": { address: "169.254.169.254" },
  "another team's application": podIn("licensify", { app: "licensify-backend" }),
  "a pod beside workflows": podIn("delivery"),
  "a workflow": podIn("delivery", { "workflows.argoproj.io/completed": "false" }),
};

const between = (from: string, to: string, port: number) =>
  refusals(policies, { from: ENDS[from]!, to: ENDS[to]!, port });

describe("in a namespace of applications", () => {
  it.each([
    ["the application", "its neighbour", 3000],
    ["a load balancer", "the application", 3000],
    ["Prometheus", "the application", 9394],
    ["the application", "Tempo", 4317],
    ["the application", "the push gateway", 9091],
    ["the application", "a database", 5432],
    ["the application", "a cache", 6379],
    ["the application", "an endpoint of AWS", 443],
    ["the application", "the internet", 443],
    ["a workflow", "Kubernetes", 443],
    ["a workflow", "the internet", 443],
    ["a workflow", "the application", 8080],
    ["a workflow", "another team's application", 8080],
  ])("%s reaches %s at port %i", (from, to, port) => {
    expect(between(from, to, port)).toEqual([]);
  });

  it.each([
    ["the application", "another team's namespace", 3000, "egress"],
    ["the application", "Argo CD", 8080, "egress"],
    ["the application", "Tempo", 3200, "egress"],
    ["the application", "Kubernetes", 443, "egress"],
    ["the application", "the metadata of its node", 80, "egress"],
    ["the application", "the internet", 25, "egress"],
    ["the application", "a workflow", 8080, "egress", "ingress"],
    ["a workflow", "a database", 5432, "egress"],
    ["the application", "a database", 22, "egress"],
    ["the application", "a database", 6379, "egress"],
    ["the application", "a cache", 5432, "egress"],
    ["the application", "the rest of the VPC", 5432, "egress"],
    ["a workflow", "Grafana", 3000, "egress"],
    ["a pod beside workflows", "the application", 8080, "egress", "ingress"],
    ["another team's namespace", "the application", 3000, "ingress"],
    ["Grafana", "the application", 3000, "ingress"],
    ["the API server", "the application", 3000, "ingress"],
    ["the internet", "the application", 3000, "ingress"],
  ])("%s does not reach %s at port %i", (from, to, port, ...by) => {
    expect(between(from, to, port)).toEqual(by);
  });
});

it("lets the pods that a namespace names call the Kubernetes API, and no others", () => {
  const closed = policiesOf("apps", { ...testEnvironment.namespaces.apps!, callsKubernetesApi: {} });
  const open = policiesOf("apps", {
    ...testEnvironment.namespaces.apps!,
    callsKubernetesApi: { release: { app: "release" } },
  });
  const calls = (from: KubernetesObject[], app: string, to: string) =>
    refusals(from, { from: podIn("apps", { app }), to: ENDS[to]!, port: 443 });

  for (const to of ["Kubernetes", "the API server"]) {
    expect(calls(open, "release", to)).toEqual([]);
    expect(calls(open, "whitehall", to)).toEqual(["egress"]);
    expect(calls(closed, "release", to)).toEqual(["egress"]);
  }
});

it("closes the internet to a namespace that may call no port of it", () => {
  const { internet } = applicationNetwork(
    "apps",
    { ...testEnvironment.namespaces.apps!, internetPorts: [] },
    peers,
  );

  expect(networkPolicySpec(internet!)).toEqual({ podSelector: {}, policyTypes: ["Egress"], egress: [] });
});

it("lets an application reach the proxy at its port, whatever ports of the internet it asks for", () => {
  const proxy = [{ blocks: [{ cidr: "10.99.0.0/28" }], ports: [443] }];
  const bounds = { ...testEnvironment.namespaces.apps!, internetPorts: [25] };
  const { internet } = applicationNetwork("apps", bounds, { ...peers, proxy });

  expect(internet!.egress!.map(({ ports }) => ports)).toEqual([[25], [443]]);
});

it("lets applications push to no gateway where there is none", () => {
  const allows = applicationNetwork("apps", testEnvironment.namespaces.apps!, {
    ...peers,
    pushesMetrics: false,
  });

  expect(Object.keys(allows)).not.toContain("pushed-metrics");
});

it("lets in no workflows where none deliver applications", () => {
  const { apps } = testEnvironment.namespaces;
  const allows = applicationNetwork("apps", apps!, { ...peers, workflows: undefined });

  expect(Object.keys(allows)).not.toEqual(expect.arrayContaining(["smoke-tests"]));
});

it("lets pods of another namespace call at the ports that the called one gives them, and at no other", () => {
  const { apps, licensify } = testEnvironment.namespaces;
  const namespaces = {
    apps: { ...apps!, callers: {} },
    licensify: { ...licensify!, callers: { apps: [9000] } },
  };
  const both = (["apps", "licensify"] as const).flatMap((name) =>
    policiesOf(name, namespaces[name], calledFrom(name, namespaces)),
  );
  const asked = (from: string, to: string, port: number) =>
    refusals(both, { from: ENDS[from]!, to: ENDS[to]!, port });

  expect(asked("the application", "another team's application", 9000)).toEqual([]);
  expect(asked("the application", "another team's application", 9001)).toEqual(["egress", "ingress"]);
  expect(asked("another team's application", "the application", 9000)).toEqual(["egress", "ingress"]);
});

it("lets workflows try out an application of another namespace than theirs, and nobody else from there", () => {
  const ofLicensify = policiesOf("licensify", { ...testEnvironment.namespaces.licensify!, callers: {} });
  const asked = (from: string) =>
    refusals(ofLicensify, { from: ENDS[from]!, to: ENDS["another team's application"]!, port: 8080 });

  expect(asked("a workflow")).toEqual([]);
  expect(asked("the application")).toEqual(["ingress"]);
});

it("closes every namespace of applications, and that of the workflows that deliver them", () => {
  const closed = platform["cluster-access-production"]!.all(NetworkPolicyV1)
    .filter(({ metadata }) => metadata.name === "deny-all")
    .map(({ metadata }) => metadata.namespace as string);

  expect(closed.sort()).toEqual(["apps", "datagovuk", "delivery", "licensify"]);
});
