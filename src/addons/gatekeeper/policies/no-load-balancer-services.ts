import type { Policy } from "./policy";

/** Load balancers come from Ingresses, with TLS, logs and a name. A Service's own has none of these. */
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
`,
};
