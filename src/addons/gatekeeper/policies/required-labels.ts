import type { Policy } from "./policy";

/** Workloads say what they are, so that alerts, dashboards and people can tell. */
export const REQUIRED_LABELS: Policy = {
  kind: "RequiredLabels",
  matches: [
    { apiGroups: ["apps"], kinds: ["Deployment", "StatefulSet", "DaemonSet"] },
    { apiGroups: ["batch"], kinds: ["CronJob"] },
  ],
  parameters: { labels: { type: "array", items: { type: "string" } } },
  rego: `problems contains message if {
	some label in input.parameters.labels
	object.get(input.review.object.metadata, ["labels", label], "") == ""
	message := sprintf("metadata.labels: expected %v, got none", [label])
}
`,
};
