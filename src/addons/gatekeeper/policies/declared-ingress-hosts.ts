import { DECLARED_HOSTS, HOST_PARAMETERS } from "./declared-hosts";
import type { Policy } from "./policy";

/**
 * Refuses an Ingress or a Service that answers for a host its namespace does not declare. An Ingress without a host
 * would answer for every host of its load balancer.
 */
export const DECLARED_INGRESS_HOSTS: Policy = {
  kind: "DeclaredIngressHosts",
  matches: [
    { apiGroups: ["networking.k8s.io"], kinds: ["Ingress"] },
    { apiGroups: [""], kinds: ["Service"] },
  ],
  parameters: HOST_PARAMETERS,
  rego: `problems contains message if {
	some index, rule in input.review.object.spec.rules
	object.get(rule, "host", "") == ""
	message := sprintf("spec.rules[%v].host: expected a host, got none", [index])
}

problems contains "spec.defaultBackend: expected none, since it answers for every host, got one" if {
	input.review.object.spec.defaultBackend
}

problems contains message if {
	some host in named_hosts
	contains(host, "*")
	not host in product_hosts
	message := sprintf("host %v: expected no wildcard, got one", [host])
}

problems contains message if {
	some host in named_hosts | conditional_hosts
	not is_wildcard(host)
	not host in declared_hosts
	message := sprintf("host %v: expected one that %v declares, got another", [host, input.review.object.metadata.namespace])
}

# Conditions may have patterns that their namespace declares.
is_wildcard(host) if {
	host in named_hosts
	contains(host, "*")
}

problems contains message if {
	some name, text in input.review.object.metadata.annotations
	startswith(name, conditions)
	not json.is_valid(text)
	message := sprintf("metadata.annotations[%v]: expected JSON, got another text", [name])
}

${DECLARED_HOSTS}

# Hosts that ExternalDNS makes records for. Annotations may spell them in any case.
named_hosts := {host | some rule in input.review.object.spec.rules; host := rule.host; host != ""} |
	{host | some tls in input.review.object.spec.tls; some host in tls.hosts} |
	{host |
		some prefix in {"external-dns.alpha.kubernetes.io", "external-dns.kubernetes.io"}
		some key in {"hostname", "internal-hostname"}
		some text in split(input.review.object.metadata.annotations[concat("/", [prefix, key])], ",")
		host := trim_suffix(lower(trim_space(text)), ".")
		host != ""
	}

# The controller takes letters for keys that no list of ours would, such as a long s.
problems contains message if {
	some name, text in input.review.object.metadata.annotations
	startswith(name, conditions)
	walk(json.unmarshal(text), [path, _])
	some key in path
	is_string(key)
	not lower(key) in CONDITION_KEYS
	message := sprintf("metadata.annotations[%v]: expected a key of a condition such as hostHeaderConfig, got %v", [name, key])
}

CONDITION_KEYS := {
	"field", "hostheaderconfig", "httpheaderconfig", "httpheadername", "httprequestmethodconfig", "key",
	"pathpatternconfig", "querystringconfig", "regexvalues", "sourceipconfig", "value", "values",
}

conditions := "alb.ingress.kubernetes.io/conditions."

# The controller reads keys in any case, and adds these hosts to the rule's own. An escape may hide a capital.
conditional_hosts := {lower(host) |
	some name, text in input.review.object.metadata.annotations
	startswith(name, conditions)
	walk(json.unmarshal(text), [path, host])
	is_string(host)
	"hostheaderconfig" in {lower(part) | some part in path; is_string(part)}
}
`,
};
