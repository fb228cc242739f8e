import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import { definitions } from "../../../src/settings/addons";
import { ownValue } from "../../../src/settings/checking/own-value";
import { problemsWith } from "../../support/environments";
import { byTerraform, cilium, everyAddon, flux, karpenter } from "../../support/services";
import { clusterAccessWith, clusterServicesWith } from "../../support/stacks";
import type { Block } from "../../support/terraform";

const problemsOf = (service: string, values: object) =>
  problemsWith({ addons: { [service]: { ...ownValue(byTerraform, service), values } } });

/** Known values of each chart, by chart. */
const known = Object.fromEntries(
  definitions().flatMap(([, { chart }]) => (chart ? [[chart.name, chart.known]] : [])),
);

const isOlderOfSameMajor = (one: string, other: string): boolean => {
  const [a, b] = [one, other].map((version) => version.replace(/^v/, "").split(".").map(Number));
  return a![0] === b![0] && compare(a!, b!) <= 0;
};

/** Below 0 where the first version is older. */
const compare = (a: readonly number[], b: readonly number[]): number =>
  a.map((part, index) => part - b[index]!).find((difference) => difference !== 0) ?? 0;

const published = [everyAddon, karpenter, flux]
  .map((settings) => clusterServicesWith(settings))
  .concat(clusterAccessWith(cilium))
  .flatMap((terraform) => terraform.all(Release))
  .filter(({ chart }) => !String(chart).startsWith("./"));

describe("addons.*.values", () => {
  it.each([
    ["externalDns", { interval: "1m" }],
    ["externalDns", { image: { tag: "v1" }, resources: { limits: { memory: "1Gi" } } }],
    ["externalSecrets", { webhook: { podAnnotations: { anything: "goes" } } }],
    ["clusterAutoscaler", { extraArgs: { v: 4 }, podDisruptionBudget: null }],
    ["dex", { config: { logger: { level: "debug" } } }],
  ])("may change what the chart of %s has: %o", (service, values) => {
    expect(problemsOf(service, values)).toEqual([]);
  });

  it("may not be something that the chart does not have", () => {
    expect(problemsOf("externalDns", { intervall: "1m", wallpaper: "blue" })).toEqual([
      "production clusters.govuk.addons.externalDns.values.intervall: expected a value that chart version 1.21.1 reads, got " +
        '"intervall"; did you mean interval?',
      "production clusters.govuk.addons.externalDns.values.wallpaper: expected a value that chart version 1.21.1 reads, got " +
        '"wallpaper"; look it up in the chart',
    ]);
  });

  it("may not be what every object of JavaScript has", () => {
    expect(problemsOf("externalDns", { constructor: { name: "x" } })).toEqual([
      "production clusters.govuk.addons.externalDns.values.constructor: expected a value that chart version 1.21.1 reads, got " +
        '"constructor"; look it up in the chart',
    ]);
  });

  it.each([
    [
      { prometheus: { prometheusSpec: { retentoin: "10d" } } },
      "prometheus.prometheusSpec.retentoin",
      "retention",
    ],
    [
      { alertmanager: { alertmanagerSpec: { replica: 2 } } },
      "alertmanager.alertmanagerSpec.replica",
      "replicas",
    ],
  ])(
    "may not be a misspelt key of a deeper map of which the chart reads single keys: %j",
    (values, place, meant) => {
      const key = place.split(".").at(-1)!;

      expect(problemsOf("kubePrometheusStack", values)).toEqual([
        `production clusters.govuk.addons.kubePrometheusStack.values.${place}: expected a value that chart version 88.5.3 reads, got "${key}"; did you mean ${meant}?`,
      ]);
    },
  );

  it.each([
    { prometheus: { prometheusSpec: { retention: "10d", storageSpec: { emptyDir: { any: "thing" } } } } },
    {
      prometheus: {
        prometheusSpec: { resources: { requests: { memory: "1Gi" } }, podMetadata: { labels: { a: "b" } } },
      },
    },
  ])("may be any key of a deeper map that the chart copies: %j", (values) => {
    expect(problemsOf("kubePrometheusStack", values)).toEqual([]);
  });

  it("may not be something that a part of the chart does not have", () => {
    expect(problemsOf("externalSecrets", { webhook: { replicas: 2 } })).toEqual([
      "production clusters.govuk.addons.externalSecrets.values.webhook.replicas: expected a value that chart version 2.9.0 " +
        'reads, got "replicas"; look it up in the chart',
    ]);
  });

  it("must be plain data", () => {
    expect(problemsOf("externalDns", { interval: () => "1m" })).toHaveLength(1);
  });
});

/** Values in the manner of public platforms and of what charts say of themselves. */
const PUBLIC: readonly (readonly [string, string, object])[] = [
  [
    "the Ministry of Justice",
    "grafana",
    {
      rbac: { create: true },
      serviceAccount: { create: false, name: "grafana", annotations: {} },
      ingress: { enabled: true, annotations: { "example.org/weight": "100" }, hosts: [], tls: [] },
      env: { GF_ANALYTICS_REPORTING_ENABLED: "false" },
    },
  ],
  [
    "kubeapp",
    "kubePrometheusStack",
    {
      prometheus: { prometheusSpec: { storageSpec: { volumeClaimTemplate: {} } } },
      "kube-state-metrics": { image: { tag: "2.1.0" }, imagePullSecrets: [], resources: {} },
      "prometheus-node-exporter": { tolerations: [{ operator: "Exists" }] },
    },
  ],
  [
    "a cluster at home",
    "argoCd",
    {
      global: { addPrometheusAnnotations: true },
      server: { extraArgs: ["--insecure"] },
      "redis-ha": { haproxy: { metrics: { enabled: true } }, nodeSelector: { role: "cache" } },
    },
  ],
  [
    "the chart's documentation",
    "grafana",
    { "grafana.ini": { smtp: { enabled: true }, auth: {}, feature_toggles: { enable: "a" } } },
  ],
  ["the chart's templates", "gatekeeper", { emitAdmissionEvents: true, emitAuditEvents: true }],
  ["the chart's templates", "gatekeeper", { audit: { logLevel: "DEBUG" } }],
  [
    "a sub-chart's templates",
    "kubePrometheusStack",
    { "kube-state-metrics": { fullnameOverride: "states" } },
  ],
  ["a sub-chart's defaults", "kubePrometheusStack", { grafana: { "grafana.ini": { server: {} } } }],
  ["the chart's templates", "tempo", { persistence: { storageClassName: "gp3" } }],
];

describe("values that people write elsewhere", () => {
  it.each(PUBLIC)("are known: those of %s for %s", (_, addon, values) => {
    expect(problemsOf(addon, values).filter((text) => text.includes("a value that chart version"))).toEqual(
      [],
    );
  });

  it("are refused below a key whose chart does not read them, though a sub-chart does below its own", () => {
    expect(problemsOf("kubePrometheusStack", { kubeEtcd: { fullnameOverride: "etcd" } })).toEqual([
      expect.stringContaining('got "fullnameOverride"'),
    ]);
  });

  it("are refused with the nearest word that a sub-chart reads", () => {
    expect(problemsOf("kubePrometheusStack", { "kube-state-metrics": { resorces: {} } })).toEqual([
      "production clusters.govuk.addons.kubePrometheusStack.values.kube-state-metrics.resorces: expected a value that " +
        'chart version 88.5.3 reads, got "resorces"; did you mean resources?',
    ]);
  });
});

describe("what is known of charts", () => {
  it("is known of every chart, at the installed version or an older one of the same major", () => {
    const unknown = published.filter(
      ({ chart, version }) => !isOlderOfSameMajor(known[chart]!.version, version!),
    );

    expect(unknown).toEqual([]);
    expect(new Set(Object.keys(known))).toEqual(new Set(published.map(({ chart }) => chart)));
  });

  it("is behind what is installed only where no release between is on record", () => {
    const behind = published.filter(({ chart, version }) => known[chart]!.version !== version);

    expect(
      behind.map(({ chart, version }) => `${chart} ${known[chart]!.version} for ${version}`).sort(),
    ).toEqual(["argo-cd 10.1.1 for 10.2.0", "argo-workflows 1.0.18 for 1.0.23", "dex 0.24.0 for 0.24.1"]);
  });

  it("covers every value that the add-ons themselves set", () => {
    const unknown = published.flatMap(({ chart, values }) =>
      Object.keys(JSON.parse(values[0]) as Block).filter((key) => !(key in known[chart]!.keys)),
    );

    expect(unknown).toEqual([]);
  });
});
