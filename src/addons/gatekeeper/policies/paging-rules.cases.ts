import type { Manifest } from "../../../constructs/manifests";
import type { PolicyCases } from "./policy.cases";

const alert = (severity: string, namespace = "apps"): Manifest => ({
  apiVersion: "monitoring.coreos.com/v1",
  kind: "PrometheusRule",
  metadata: { name: "whitehall", namespace },
  spec: {
    groups: [{ name: "whitehall", rules: [{ alert: "Slow", expr: "up == 0", labels: { severity } }] }],
  },
});

const withGroup = (group: object, namespace = "apps"): Manifest => ({
  ...alert("warning", namespace),
  spec: { groups: [{ name: "whitehall", ...group }] },
});

/** Evidence for the policy paging-rules. */
export const PAGING_RULES_CASES: PolicyCases = {
  parameters: { namespaces: ["monitoring"], severities: ["page", "critical"] },
  cases: [
    { name: "that warn", object: alert("warning") },
    { name: "that page, of a namespace that may", object: alert("page", "monitoring") },
    {
      name: "that page",
      object: alert("page"),
      refusal: "alert Slow: expected another severity, since alerts of apps page no engineer, got page",
    },
    {
      name: "that page through a template",
      object: alert('{{ "page" }}'),
      refusal: "alert Slow: expected another severity",
    },
    {
      name: "that page through the labels of their group",
      object: withGroup({ labels: { severity: "page" }, rules: [] }),
      refusal: "alert of a group: expected another severity",
    },
    {
      name: "that page by another word",
      object: alert("critical"),
      refusal: "alert Slow: expected another severity",
    },
    {
      name: "that could page by the labels of what they measure",
      object: withGroup({ rules: [{ alert: "Slow", expr: 'up{severity="page"}', labels: { team: "a" } }] }),
      refusal: "alert Slow: expected a severity among its labels",
    },
    {
      name: "that set no label at all",
      object: withGroup({ rules: [{ alert: "Slow", expr: "up" }] }),
      refusal: "alert Slow: expected a severity among its labels",
    },
    {
      name: "that have the severity of their group",
      object: withGroup({ labels: { severity: "warning" }, rules: [{ alert: "Slow", expr: "up" }] }),
    },
    {
      name: "that set no label, of a namespace whose alerts may page",
      object: withGroup({ rules: [{ alert: "Slow", expr: "up" }] }, "monitoring"),
    },
    {
      name: "that record, without labels",
      object: withGroup({ rules: [{ record: "a:b", expr: "up" }] }),
    },
  ],
};
