import { LISTENERS } from "../../../names/gateway-names";
import { DECLARED_HOSTS, HOST_PARAMETERS } from "./declared-hosts";
import type { Policy } from "./policy";

/**
 * Refuses a route for a host that its namespace does not declare, at another's listeners or to another's Services. Listeners
 * refuse the first two by themselves, silently: this says so as the route comes.
 */
export const DECLARED_ROUTE_HOSTS: Policy = {
  kind: "DeclaredRouteHosts",
  byItsConstraint: true,
  matches: [{ apiGroups: ["gateway.networking.k8s.io"], kinds: ["HTTPRoute", "GRPCRoute"] }],
  parameters: HOST_PARAMETERS,
  rego: `own_namespace := input.review.object.metadata.namespace

spec := object.get(input.review.object, "spec", {})

problems contains "spec.hostnames: expected a host, got none" if {
	count(object.get(spec, "hostnames", [])) == 0
}

problems contains message if {
	some host in spec.hostnames
	not host in declared_hosts
	message := sprintf("host %v: expected one that %v declares, got another", [host, own_namespace])
}

problems contains "spec.parentRefs: expected the ListenerSet ${LISTENERS} of the namespace, got none" if {
	count(object.get(spec, "parentRefs", [])) == 0
}

problems contains message if {
	some index, parent in spec.parentRefs
	not is_own(parent)
	message := sprintf("spec.parentRefs[%v]: expected the ListenerSet ${LISTENERS} of the namespace, got %v %v", [index, object.get(parent, "kind", "Gateway"), parent.name])
}

is_own(parent) if {
	parent.kind == "ListenerSet"
	parent.name == "${LISTENERS}"
	object.get(parent, "namespace", own_namespace) == own_namespace
}

problems contains message if {
	some index, rule in spec.rules
	some backend in rule.backendRefs
	namespace := object.get(backend, "namespace", own_namespace)
	namespace != own_namespace
	message := sprintf("spec.rules[%v].backendRefs: expected a Service of %v, got one of %v", [index, own_namespace, namespace])
}

# Rules of the load balancer's own could forward anywhere.
problems contains message if {
	some index, rule in spec.rules
	some filter in rule.filters
	filter.type == "ExtensionRef"
	message := sprintf("spec.rules[%v].filters: expected filters of the Gateway API, got an ExtensionRef", [index])
}

${DECLARED_HOSTS}
`,
};
