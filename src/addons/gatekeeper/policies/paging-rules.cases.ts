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

/** Evidence for the policy paging-rules. */
export const PAGING_RULES_CASES: PolicyCases = {
  parameters: { namespaces: ["monitoring"] },
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
      object: {
        ...alert("warning"),
        spec: { groups: [{ name: "whitehall", labels: { severity: "page" }, rules: [] }] },
      },
      refusal: "alert of a group: expected another severity",
    },
    {
      name: "that record, without labels",
      object: {
        ...alert("warning"),
        spec: { groups: [{ name: "whitehall", rules: [{ record: "a:b", expr: "up" }] }] },
      },
    },
  ],
};
