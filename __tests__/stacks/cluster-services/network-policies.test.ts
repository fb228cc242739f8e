import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import type { objectsIn } from "../../../tools/checks/charts/objects";
import { type End, refusals } from "../../../tools/checks/charts/reach";
import { databasePort } from "../../../src/settings/databases/database";
import { namespacesOf } from "../../../src/settings/namespaces/namespaces";
import {
  type Conversation,
  type PlacedPeer,
  type Pods,
  peersWithin,
} from "../../../src/constructs/network-peers";
import { environments as all, platform } from "../../support/platform";
import { valuesOf } from "../../support/terraform";
import { tenants } from "../../support/organisation";
import { type ClusterEnvironment, mainCluster } from "../../../src/settings/environment/environment";
import { environment } from "../../support/environments";
import { nothing } from "../../support/services";
import { ClusterServicesStack } from "../../../src/stacks/cluster-services";
import { testApp } from "../../support/app";
import { Terraform } from "../../support/terraform";

const environments = all.map(mainCluster);

const isPods = (end: Conversation["with"]): end is Pods => typeof end === "object" && "labels" in end;

const policiesOf = (terraform: Terraform) =>
  valuesOf(terraform.named(Release)["network-policies"]!).objects as ReturnType<typeof objectsIn>;

const policiesIn = (name: string) => policiesOf(platform[`cluster-services-${name}`]!);

const servicesOf = (settings: ClusterEnvironment) => new ClusterServicesStack(testApp(), settings, tenants);

const peersIn = new Map(
  environments.map((one): [string, PlacedPeer[]] => [one.name, peersWithin(servicesOf(one))]),
);

/** Pods and addresses, by the labels of the charts and the ranges of the subnets. */
const named = (name: string): Readonly<Record<string, End>> => {
  const settings = environments.find((one) => one.name === name)!;
  const first = (cidrs: Readonly<Record<string, string>>) => ({ address: cidrs.a!.split("/")[0]! });
  const { subnets } = settings.network;

  return {
    ...Object.fromEntries(
      peersIn.get(name)!.map(({ pods, namespace }) => [pods.name, { namespace, labels: pods.labels }]),
    ),
    "an application": {
      namespace: "apps",
      labels: { app: "whitehall" },
      namespaceLabels: namespacesOf(settings).apps!.labels,
    },
    coredns: { namespace: "kube-system", labels: { "k8s-app": "kube-dns" } },
    "kube-state-metrics": { namespace: "kube-system", labels: {} },
    "a load balancer": first(subnets.public),
    "the API server": first(subnets.controlPlane),
    "a node": first(subnets.private),
    "the VPC endpoint of Secrets Manager": first(subnets.private),
    "the database": { address: `${subnets.public.a!.split(".").slice(0, 2).join(".")}.10.5` },
    GitHub: { address: "140.82.121.4" },
    "somebody outside": { address: "203.0.113.7" },
    "the metadata of its node": { address: "169.254.169.254" },
    kubernetes: { address: "172.20.0.1" },
  };
};

const refused = (name: string, from: string, to: string, port: number, protocol: "TCP" | "UDP" = "TCP") => {
  const ends = named(name);
  return refusals(policiesIn(name), { from: ends[from]!, to: ends[to]!, port, protocol });
};

describe.each(environments.map(({ name }) => name))("in %s", (name) => {
  it.each([
    ["grafana", "prometheus", 9090],
    ["grafana", "alertmanager", 9093],
    ["grafana", "tempo", 3200],
    ["grafana", "grafana", 9094],
    ["grafana", "kubernetes", 443],
    ["prometheus", "alertmanager", 9093],
    ["prometheus", "grafana", 3000],
    ["prometheus", "dex", 5558],
    ["prometheus", "external-dns", 7979],
    ["prometheus", "external-secrets", 8080],
    ["prometheus", "aws-load-balancer-controller", 8080],
    ["prometheus", "fluent-bit", 2020],
    ["prometheus", "tempo", 3200],
    ["prometheus", "prometheus-blackbox-exporter", 9115],
    ["prometheus", "argocd-server", 8083],
    ["prometheus", "argo-workflows-controller", 9090],
    ["prometheus", "an application", 9394],
    ["prometheus", "kube-state-metrics", 8080],
    ["prometheus", "a node", 10250],
    ["prometheus", "a node", 9100],
    ["prometheus", "kubernetes", 443],
    ["tempo", "prometheus", 9090],
    ["an application", "tempo", 4317],
    ["an application", "tempo", 4318],
    ["prometheus-oauth2-proxy", "prometheus", 9090],
    ["alertmanager-oauth2-proxy", "alertmanager", 9093],
    ["alertmanager", "alertmanager", 9094],
    ["argocd-server", "argocd-repo-server", 8081],
    ["argocd-application-controller", "argocd-repo-server", 8081],
    ["argocd-application-controller", "kubernetes", 443],
    ["argocd-repo-server", "GitHub", 443],
    ["argocd-notifications-controller", "argo-workflows-server", 2746],
    ["argocd-notifications-controller", "GitHub", 443],
    ["argo-workflows-server", "the VPC endpoint of Secrets Manager", 443],
    ["argo-workflows-server", "kubernetes", 443],
    ["argo-workflows-controller", "kubernetes", 443],
    ["workflows", "kubernetes", 443],
    ["workflows", "the VPC endpoint of Secrets Manager", 443],
    ["workflows", "GitHub", 443],
    ["external-secrets", "the VPC endpoint of Secrets Manager", 443],
    ["external-secrets", "kubernetes", 443],
    ["external-dns", "GitHub", 443],
    ["dex", "GitHub", 443],
    ["fluent-bit", "kubernetes", 443],
    // Logit's Logstash, at a port that only a secret says.
    ["fluent-bit", "somebody outside", 24_567],
    ["the API server", "aws-load-balancer-controller", 9443],
    ["the API server", "external-secrets-webhook", 10250],
    ["the API server", "prometheus-operator", 10250],
    ["a load balancer", "dex", 5556],
    ["a load balancer", "grafana", 3000],
    ["a load balancer", "argocd-server", 8080],
    ["a load balancer", "argo-workflows-server", 2746],
    ["a load balancer", "prometheus-oauth2-proxy", 4180],
    ["a load balancer", "alertmanager-oauth2-proxy", 4180],
  ])("%s reaches %s at port %i", (from, to, port) => {
    expect(refused(name, from, to, port)).toEqual([]);
  });

  it("every conversation that an add-on declares with another has a way through", () => {
    const peers = peersIn.get(name)!;
    const declared = peers.flatMap(({ pods, calls = [], accepts = [] }) => [
      ...calls.map((call) => ({ from: pods, to: call.with, ports: call.ports })),
      ...accepts.map((call) => ({ from: call.with, to: pods, ports: call.ports })),
    ]);
    const between = declared.flatMap(({ from, to, ports }) => {
      const known = [from, to].every((end) => peers.some(({ pods }) => pods === end));
      return known && isPods(from) && isPods(to) ? [{ from, to, ports }] : [];
    });

    expect(between.length).toBeGreaterThan(30);
    for (const { from, to, ports } of between) {
      for (const port of ports === undefined || ports === "every" ? [80] : ports) {
        const [number, protocol] =
          typeof port === "number" ? [port, "TCP" as const] : [port.udp, "UDP" as const];
        expect(refused(name, from.name, to.name, number, protocol), `${from.name} to ${to.name}`).toEqual([]);
      }
    }
  });

  // Who signs people in calls Dex by its public name, and so its load balancer.
  it.each(["grafana", "argocd-server", "argo-workflows-server", "prometheus-oauth2-proxy"])(
    "%s reaches Dex through its load balancer",
    (from) => {
      expect(refused(name, from, "GitHub", 443)).toEqual([]);
      expect(refused(name, "a load balancer", "dex", 5556)).toEqual([]);
    },
  );

  it.each([
    ["grafana", "grafanaDatabase"],
    ["argo-workflows-controller", "workflowsDatabase"],
    ["argo-workflows-server", "workflowsDatabase"],
  ] as const)("%s reaches its database at the port that the environment gives it", (from, setting) => {
    const database = environments.find((one) => one.name === name)![setting];

    expect(refused(name, from, "the database", databasePort(database || { usualPort: false }))).toEqual([]);
  });

  // cluster-access closes kube-system, and lets its pods ask.
  it("every pod outside kube-system asks for names", () => {
    for (const { pods } of peersIn.get(name)!.filter(({ namespace }) => namespace !== "kube-system")) {
      expect(refused(name, pods.name, "coredns", 53, "UDP")).toEqual([]);
    }
  });

  it("Argo CD's cache is reached by whatever caches", () => {
    const redis = "argocd-redis" in named(name) ? "argocd-redis" : "argocd-redis-proxy";

    for (const part of ["server", "application-controller", "repo-server"]) {
      expect(refused(name, `argocd-${part}`, redis, 6379)).toEqual([]);
    }
    // Several copies learn from each other's sentinels which of them is in charge.
    for (const from of redis === "argocd-redis" ? [] : ["argocd-redis-proxy", "argocd-redis-copy"]) {
      expect(refused(name, from, "argocd-redis-copy", 6379)).toEqual([]);
      expect(refused(name, from, "argocd-redis-copy", 26_379)).toEqual([]);
    }
  });

  it.each([
    ["an application", "prometheus", 9090, ["ingress"]],
    ["an application", "argocd-repo-server", 8081, ["ingress"]],
    ["a load balancer", "prometheus", 9090, ["ingress"]],
    ["grafana", "argocd-server", 8080, ["egress", "ingress"]],
    ["external-secrets", "the metadata of its node", 80, ["egress"]],
    ["prometheus", "the metadata of its node", 80, ["egress"]],
    ["reloader", "GitHub", 443, ["egress"]],
    ["dex", "the database", 5432, ["egress"]],
  ])("%s does not reach %s at port %i", (from, to, port, by) => {
    expect(refused(name, from, to, port)).toEqual(by);
  });
});

it("lets Seal read GitHub and write to Slack, and nothing of the cluster", () => {
  expect(refused("production", "seal", "GitHub", 443)).toEqual([]);
  expect(refused("production", "seal", "somebody outside", 443)).toEqual([]);
  expect(refused("production", "seal", "grafana", 3000)).toContain("egress");
  expect(refused("production", "seal", "kubernetes", 443)).toContain("egress");
});

it("gives pods their roles' credentials where an agent hands them out", () => {
  const settings = environment({ cluster: { identity: "pod-identity" } });
  const policies = policiesOf(Terraform.from(servicesOf(settings)));
  const from = { namespace: "cluster-services", labels: { "app.kubernetes.io/name": "external-dns" } };

  expect(
    refusals(policies, {
      from,
      to: { address: "169.254.170.23" },
      port: 80,
    }),
  ).toEqual([]);
});

it("opens no way to what an environment does not have", () => {
  const bare = environment({
    addons: { dex: { signIn: { password: true, reason: "Made for a test." } } },
    grafanaDatabase: false,
    workflowsDatabase: false,
  });
  const policies = policiesOf(Terraform.from(servicesOf(bare)));
  const labelled = (namespace: string, name: string) => ({
    namespace,
    labels: { "app.kubernetes.io/name": name },
  });
  const outside = (from: End, address: string, port: number) =>
    refusals(policies, { from, to: { address }, port });

  expect(outside(labelled("cluster-services", "dex"), "140.82.121.4", 443)).toEqual(["egress"]);
  expect(outside(labelled("monitoring", "grafana"), "10.13.4.5", 5432)).toEqual(["egress"]);
});

it("makes no policy where there is no add-on", () => {
  const terraform = Terraform.from(
    new ClusterServicesStack(
      testApp(),
      environment({ addons: nothing, externalServices: { sentry: false } }),
      tenants,
    ),
  );

  expect(Object.keys(terraform.named(Release))).not.toContain("network-policies");
});
