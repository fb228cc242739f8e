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
  },
  rego: `problems contains message if {
	not input.review.object.metadata.namespace in input.parameters.namespaces
	some rule in labelled
	may_page(rule.labels.severity)
	message := sprintf("alert %v: expected another severity, since alerts of %v page no engineer, got %v", [object.get(rule, "alert", "of a group"), input.review.object.metadata.namespace, rule.labels.severity])
}

# Groups may set labels for all their rules.
labelled contains rule if some rule in input.review.object.spec.groups[_].rules

labelled contains group if some group in input.review.object.spec.groups

may_page(severity) if severity == "page"

# A template may become anything.
may_page(severity) if contains(severity, "{{")
`,
};
