import type { Manifest } from "../../../constructs/manifests";
import type { Policy } from "./policy";

const deployment = (labels: Readonly<Record<string, string>>): Manifest => ({
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name: "whitehall", namespace: "apps", labels },
  spec: {},
});

/** Workloads say what they are, so that alerts, dashboards and people can tell. */
export const REQUIRED_LABELS: Policy = {
  kind: "RequiredLabels",
  matches: [
    { apiGroups: ["apps"], kinds: ["Deployment", "StatefulSet", "DaemonSet"] },
    { apiGroups: ["batch"], kinds: ["CronJob"] },
  ],
  parameters: { labels: { type: "array", items: { type: "string" } } },
  example: { labels: ["app.kubernetes.io/name", "app.kubernetes.io/instance"] },
  rego: `problems contains message if {
	some label in input.parameters.labels
	object.get(input.review.object.metadata, ["labels", label], "") == ""
	message := sprintf("metadata.labels: expected %v, got none", [label])
}
`,
  cases: [
    {
      name: "with every label",
      object: deployment({
        "app.kubernetes.io/name": "whitehall",
        "app.kubernetes.io/instance": "whitehall",
      }),
    },
    {
      name: "without one of them",
      object: deployment({ "app.kubernetes.io/name": "whitehall" }),
      refusal: "metadata.labels: expected app.kubernetes.io/instance, got none",
    },
    {
      name: "with an empty one",
      object: deployment({ "app.kubernetes.io/name": "", "app.kubernetes.io/instance": "whitehall" }),
      refusal: "metadata.labels: expected app.kubernetes.io/name, got none",
    },
  ],
};
