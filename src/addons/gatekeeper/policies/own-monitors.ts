import type { Policy } from "./policy";

/**
 * Refuses monitors that have Prometheus ask something else than pods of their namespace. It reaches every pod of the cluster, and
 * gives what it measures the namespace of the monitor: the metrics of others would pass for a team's own.
 */
export const OWN_MONITORS: Policy = {
  kind: "OwnMonitors",
  matches: [
    {
      apiGroups: ["monitoring.coreos.com"],
      kinds: ["ServiceMonitor", "PodMonitor", "Probe", "ScrapeConfig"],
    },
  ],
  parameters: {},
  rego: `problems contains message if {
	not input.review.object.kind in {"ServiceMonitor", "PodMonitor"}
	message := sprintf("expected a ServiceMonitor or a PodMonitor, which is about pods, got a %v", [input.review.object.kind])
}

problems contains "spec.namespaceSelector.any: expected none, since a monitor is about its own namespace, got true" if {
	input.review.object.spec.namespaceSelector.any
}

problems contains message if {
	some name in input.review.object.spec.namespaceSelector.matchNames
	name != input.review.object.metadata.namespace
	message := sprintf("spec.namespaceSelector.matchNames: expected %v, got %v", [input.review.object.metadata.namespace, name])
}

problems contains message if {
	some endpoint in endpoints
	some field in {"proxyUrl", "proxyFromEnvironment"}
	endpoint[field]
	message := sprintf("endpoints: expected no %v, which would be asked in place of the pods", [field])
}

# These rules choose what is asked; metricRelabelings change the answer alone.
problems contains message if {
	some endpoint in endpoints
	some rule in endpoint.relabelings
	is_elsewhere(rule)
	message := sprintf("relabelings: expected a rule that leaves __address__ alone, got %v to %v", [object.get(rule, "action", "replace"), object.get(rule, "targetLabel", object.get(rule, "replacement", "$1"))])
}

endpoints contains endpoint if some endpoint in input.review.object.spec.endpoints

endpoints contains endpoint if some endpoint in input.review.object.spec.podMetricsEndpoints

# The address, or a label that a value names.
is_elsewhere(rule) if lower(rule.targetLabel) == "__address__"

is_elsewhere(rule) if contains(rule.targetLabel, "$")

# Labels of pods, whose names the team chooses, become labels of the target.
is_elsewhere(rule) if lower(object.get(rule, "action", "")) == "labelmap"
`,
};
