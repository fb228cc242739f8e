import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import { PrometheusAdapter } from "../../../src/addons/prometheus-adapter/prometheus-adapter";
import type { ExternalMetrics } from "../../../src/addons/prometheus-adapter/metrics";
import { problemsWith, testEnvironment } from "../../support/environments";
import { type Block, Terraform, valuesOf } from "../../support/terraform";

const QUEUE: ExternalMetrics = {
  queue_length: { series: 'queue_length{queue="mail"}', query: "max(queue_length{<<.LabelMatchers>>})" },
};

const terraform = Terraform.of(
  (scope) =>
    new PrometheusAdapter(scope, "prometheus-adapter", {
      namespace: "monitoring",
      replicas: 2,
      prometheus: "http://prometheus.monitoring:9090",
      metrics: QUEUE,
      registries: { "registry.k8s.io": "mirror.example" },
    }),
);
const values = valuesOf(terraform.only(Release));

describe("prometheus-adapter", () => {
  it("serves the metrics that are named, to each namespace its own, and none of the chart's", () => {
    expect(values.rules).toEqual({
      default: false,
      external: [
        {
          seriesQuery: 'queue_length{queue="mail"}',
          resources: { overrides: { namespace: { resource: "namespace" } } },
          name: { as: "queue_length" },
          metricsQuery: "max(queue_length{<<.LabelMatchers>>})",
        },
      ],
    });
  });

  it("lets the autoscaler read these metrics and no others", () => {
    const [role] = (values.extraManifests as Block[]).filter(({ kind }) => kind === "ClusterRole");

    expect(role!.rules).toEqual([
      {
        apiGroups: ["external.metrics.k8s.io"],
        resources: ["queue_length"],
        verbs: ["get", "list", "watch"],
      },
    ]);
  });

  it("has the rights of an extension of the API server, and reads no object of any namespace", () => {
    const bindings = (values.extraManifests as Block[]).filter(({ kind }) =>
      (kind as string).endsWith("Binding"),
    );

    expect(values.rbac).toEqual({ create: false });
    expect(
      bindings
        .filter(({ subjects }) => subjects[0].name === "prometheus-adapter")
        .map(({ kind, metadata, roleRef }) => [kind, metadata.namespace, roleRef.name]),
    ).toEqual([
      ["ClusterRoleBinding", undefined, "system:auth-delegator"],
      ["RoleBinding", "kube-system", "extension-apiserver-authentication-reader"],
    ]);
  });

  it("asks Prometheus at its address, without the chart's port behind it", () => {
    expect(values.prometheus).toEqual({ url: "http://prometheus.monitoring:9090", port: null });
  });

  it("lets nodes be drained of one of its replicas, by one bound alone", () => {
    expect(values.replicas).toBe(2);
    expect(values.podDisruptionBudget).toEqual({
      enabled: true,
      minAvailable: 1,
      maxUnavailable: null,
      unhealthyPodEvictionPolicy: "AlwaysAllow",
    });
  });

  it("is scraped with the credentials that it asks for", () => {
    const monitor = (values.extraManifests as Block[]).find(({ kind }) => kind === "ServiceMonitor");

    expect(monitor!.spec.endpoints[0]).toMatchObject({
      scheme: "https",
      bearerTokenFile: expect.stringContaining("token"),
    });
  });

  it("comes from a mirror where there is one", () => {
    expect(values.image.repository).toBe("mirror.example/prometheus-adapter/prometheus-adapter");
  });
});

describe("addons.prometheusAdapter", () => {
  const at = "production clusters.govuk.addons.prometheusAdapter.metrics";
  const problemsOf = (metrics: ExternalMetrics) =>
    problemsWith({ addons: { prometheusAdapter: { metrics } } });

  it("is off unless a cluster asks for it", () => {
    expect(testEnvironment.addons.prometheusAdapter).toBe(false);
  });

  it("is accepted with a metric", () => {
    expect(problemsOf(QUEUE)).toEqual([]);
  });

  it("is refused without metrics", () => {
    expect(problemsOf({})).toEqual([
      `${at}: expected one metric or more, got none; write the metrics that autoscalers ask for, or switch prometheusAdapter off`,
    ]);
  });

  it.each(["Queue-Length", "", "queue/length"])("refuses the name %j, which is no metric's", (name) => {
    expect(problemsOf({ [name]: QUEUE.queue_length! })).toEqual([
      expect.stringContaining(
        `expected the name of a metric, got "${name}"; use lower-case letters, digits and underscores`,
      ),
    ]);
  });

  it.each(["series", "query"] as const)("refuses a metric without its %s", (key) => {
    expect(problemsOf({ queue_length: { ...QUEUE.queue_length!, [key]: " " } })).toEqual([
      `${at}.queue_length.${key}: expected a query of Prometheus, got " "; write which series the metric is made of`,
    ]);
  });
});
