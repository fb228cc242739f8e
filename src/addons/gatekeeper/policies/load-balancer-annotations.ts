import type { Policy } from "./policy";

/**
 * Refuses annotations that the load balancer controller or ExternalDNS reads, unless a list allows them. They are a
 * second API: with them an Ingress joins the load balancer of another, changes its firewall, or sends traffic away.
 */
export const LOAD_BALANCER_ANNOTATIONS: Policy = {
  kind: "LoadBalancerAnnotations",
  matches: [
    { apiGroups: ["networking.k8s.io"], kinds: ["Ingress"] },
    { apiGroups: [""], kinds: ["Service"] },
  ],
  parameters: {
    allowed: {
      type: "array",
      description: "Annotations that may be set. A * at the end of a name or a value stands for any text.",
      items: {
        type: "object",
        properties: {
          name: { type: "string" },
          values: { type: "array", items: { type: "string" }, description: "Without it, any value." },
          namespaces: { type: "array", items: { type: "string" }, description: "Without it, everywhere." },
        },
      },
    },
  },
  rego: `problems contains message if {
	some name, value in input.review.object.metadata.annotations
	is_judged(name)
	values := {allowed_value |
		some entry in entries_of(name)
		some allowed_value in object.get(entry, "values", ["*"])
	}
	not matches_any(values, value)
	message := sprintf("metadata.annotations[%v]: expected %v, got %v", [name, wanted(values), value])
}

# An action that forwards names target groups itself, of whichever application.
problems contains message if {
	some name, value in input.review.object.metadata.annotations
	startswith(name, "alb.ingress.kubernetes.io/actions.")
	count(entries_of(name)) > 0
	not is_answer(value)
	message := sprintf("metadata.annotations[%v]: expected a redirect or a fixed response, got another action", [name])
}

is_judged("kubernetes.io/ingress.class")

is_judged(name) if {
	some prefix in {
		"alb.ingress.kubernetes.io/",
		"external-dns.alpha.kubernetes.io/",
		"external-dns.kubernetes.io/",
		"service.beta.kubernetes.io/",
	}
	startswith(name, prefix)
}

entries_of(name) := [entry |
	some entry in input.parameters.allowed
	matches(entry.name, name)
	input.review.object.metadata.namespace in object.get(entry, "namespaces", [input.review.object.metadata.namespace])
]

matches(wanted, text) if wanted == text

matches(wanted, text) if {
	endswith(wanted, "*")
	startswith(text, trim_suffix(wanted, "*"))
}

matches_any(values, value) if {
	some one in values
	matches(one, value)
}

wanted(values) := "no such annotation here" if count(values) == 0

wanted(values) := concat(" or ", sort(values)) if count(values) > 0

# The controller reads keys in any case, and takes the last of several. An escape may hide a capital.
is_answer(text) if {
	types := [value | some key, value in json.unmarshal(text); lower(key) == "type"]
	count(types) == 1
	types[0] in {"redirect", "fixed-response"}
}
`,
};
