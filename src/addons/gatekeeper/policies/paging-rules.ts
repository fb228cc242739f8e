import type { Policy } from "./policy";

/** Refuses alerts that page, except in namespaces that may wake an engineer. */
export const PAGING_RULES: Policy = {
  kind: "PagingRules",
  matches: [{ apiGroups: ["monitoring.coreos.com"], kinds: ["PrometheusRule"] }],
  parameters: {
    namespaces: {
      type: "array",
      items: { type: "string" },
      description: "Namespaces whose alerts may page.",
    },
    severities: { type: "array", items: { type: "string" }, description: "Severities that page." },
  },
  rego: `problems contains message if {
	is_judged
	some rule in labelled
	may_page(rule.labels.severity)
	message := sprintf("alert %v: expected another severity, since alerts of %v page no engineer, got %v", [object.get(rule, "alert", "of a group"), namespace, rule.labels.severity])
}

# An alert takes a label that its rule does not set from what it measures, where it may be anything.
problems contains message if {
	is_judged
	some group in input.review.object.spec.groups
	some rule in group.rules
	object.get(rule, "alert", "") != ""
	not has_severity(rule)
	not has_severity(group)
	message := sprintf("alert %v: expected a severity among its labels, since what it measures could have it page without one, got none", [rule.alert])
}

namespace := input.review.object.metadata.namespace

is_judged if not namespace in {one | some one in input.parameters.namespaces}

has_severity(labelled) if is_string(labelled.labels.severity)

# Groups may set labels for all their rules.
labelled contains rule if some rule in input.review.object.spec.groups[_].rules

labelled contains group if some group in input.review.object.spec.groups

may_page(severity) if severity in {one | some one in input.parameters.severities}

# A template may become anything.
may_page(severity) if contains(severity, "{{")
`,
};
