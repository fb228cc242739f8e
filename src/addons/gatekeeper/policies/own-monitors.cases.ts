import type { HelmValues } from "../../../constructs/helm-values";
import type { Manifest } from "../../../constructs/manifests";
import type { PolicyCases } from "./policy.cases";

const monitor = (kind: string, spec: HelmValues): Manifest => ({
  apiVersion: kind === "ScrapeConfig" ? "monitoring.coreos.com/v1alpha1" : "monitoring.coreos.com/v1",
  kind,
  metadata: { name: "whitehall", namespace: "apps" },
  spec,
});

const relabelled = (...relabelings: readonly HelmValues[]): Manifest =>
  monitor("ServiceMonitor", { endpoints: [{ port: "metrics", relabelings: [...relabelings] }] });

const ELSEWHERE = "relabelings: expected a rule that leaves __address__ alone";

/** Evidence for the policy own-monitors. */
export const OWN_MONITORS_CASES: PolicyCases = {
  parameters: {},
  cases: [
    {
      name: "of pods of its namespace",
      object: monitor("PodMonitor", { podMetricsEndpoints: [{ port: "a" }] }),
    },
    {
      name: "that names its own namespace",
      object: monitor("ServiceMonitor", { namespaceSelector: { matchNames: ["apps"] }, endpoints: [] }),
    },
    {
      name: "that names another namespace",
      object: monitor("ServiceMonitor", { namespaceSelector: { matchNames: ["apps", "permits"] } }),
      refusal: "spec.namespaceSelector.matchNames: expected apps, got permits",
    },
    {
      name: "of pods of every namespace",
      object: monitor("PodMonitor", { namespaceSelector: { any: true } }),
      refusal: "spec.namespaceSelector.any: expected none",
    },
    {
      name: "with labels of its own, from what Kubernetes knows of the pod",
      object: relabelled(
        { sourceLabels: ["__meta_kubernetes_pod_node_name"], targetLabel: "node" },
        { sourceLabels: ["__address__"], targetLabel: "instance" },
        { action: "drop", sourceLabels: ["__meta_kubernetes_pod_phase"], regex: "Failed" },
      ),
    },
    {
      name: "that asks another address",
      object: relabelled({ targetLabel: "__address__", replacement: "grafana.monitoring:3000" }),
      refusal: ELSEWHERE,
    },
    {
      name: "whose label is one that a value names",
      object: relabelled({ targetLabel: "$1", replacement: "grafana.monitoring:3000" }),
      refusal: ELSEWHERE,
    },
    {
      name: "that makes labels of the pods' the target's",
      object: relabelled({ action: "LabelMap", regex: "__meta_kubernetes_pod_label_x_(.+)" }),
      refusal: ELSEWHERE,
    },
    {
      name: "of pods that asks another address",
      object: monitor("PodMonitor", {
        podMetricsEndpoints: [{ relabelings: [{ targetLabel: "__address__", replacement: "a:1" }] }],
      }),
      refusal: ELSEWHERE,
    },
    {
      name: "that asks by a proxy",
      object: monitor("ServiceMonitor", { endpoints: [{ proxyUrl: "http://grafana.monitoring:3000" }] }),
      refusal: "endpoints: expected no proxyUrl",
    },
    {
      name: "as a Probe of any address",
      object: monitor("Probe", { prober: { url: "a" } }),
      refusal: "expected a ServiceMonitor or a PodMonitor, which is about pods, got a Probe",
    },
    {
      name: "as a configuration of Prometheus",
      object: monitor("ScrapeConfig", { staticConfigs: [{ targets: ["a:1"] }] }),
      refusal: "got a ScrapeConfig",
    },
  ],
};
