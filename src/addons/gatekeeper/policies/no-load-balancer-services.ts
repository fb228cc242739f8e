import type { Policy } from "./policy";

/**
 * Refuses Services that take traffic from outside by themselves. Load balancers come from Ingresses, with TLS, logs and a
 * name; a Service's own has none of these. With an external address a Service would get what pods send to that address.
 */
export const NO_LOAD_BALANCER_SERVICES: Policy = {
  kind: "NoLoadBalancerServices",
  matches: [{ apiGroups: [""], kinds: ["Service"] }],
  parameters: {
    namespaces: { type: "array", items: { type: "string" }, description: "Where there may be some." },
  },
  rego: `problems contains message if {
	input.review.object.spec.type == "LoadBalancer"
	not input.review.object.metadata.namespace in {namespace | some namespace in input.parameters.namespaces}
	message := "spec.type: expected ClusterIP, got LoadBalancer; use an Ingress"
}

problems contains message if {
	some address in input.review.object.spec.externalIPs
	message := sprintf("spec.externalIPs: expected none, since every node would send its pods' traffic for them here, got %v", [address])
}
`,
};
