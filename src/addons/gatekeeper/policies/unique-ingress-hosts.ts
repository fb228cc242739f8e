import type { Policy } from "./policy";

/**
 * No two Ingresses answer for one host: which of their load balancers gets its DNS record would be chance. Those of one
 * namespace may, where they share a load balancer.
 */
export const UNIQUE_INGRESS_HOSTS: Policy = {
  kind: "UniqueIngressHosts",
  matches: [{ apiGroups: ["networking.k8s.io"], kinds: ["Ingress"] }],
  parameters: {},
  rego: `problems contains message if {
	some namespace, version
	some other_name, other in data.inventory.namespace[namespace][version].Ingress
	startswith(version, "networking.k8s.io/")
	not is_same(namespace, other_name)
	not share_load_balancer(namespace, other)
	some host in hosts(input.review.object) & hosts(other)
	message := sprintf("host %v: expected one Ingress, got %v/%v as well", [host, namespace, other_name])
}

# All that ExternalDNS makes records for. Annotations may have them in any spelling.
hosts(ingress) := {host | some rule in ingress.spec.rules; host := rule.host; host != ""} |
	{host | some tls in ingress.spec.tls; some host in tls.hosts} |
	{host |
		some prefix in {"external-dns.alpha.kubernetes.io", "external-dns.kubernetes.io"}
		some text in split(ingress.metadata.annotations[concat("/", [prefix, "hostname"])], ",")
		host := trim_suffix(lower(trim_space(text)), ".")
		host != ""
	}

share_load_balancer(namespace, other) if {
	namespace == input.review.object.metadata.namespace
	group := other.metadata.annotations["alb.ingress.kubernetes.io/group.name"]
	group != ""
	group == input.review.object.metadata.annotations["alb.ingress.kubernetes.io/group.name"]
}

is_same(namespace, name) if {
	namespace == input.review.object.metadata.namespace
	name == input.review.object.metadata.name
}
`,
};
