import type { Manifest } from "../../../constructs/manifests";
import type { Policy } from "./policy";

const service = (type: string, namespace = "apps"): Manifest => ({
  apiVersion: "v1",
  kind: "Service",
  metadata: { name: "whitehall", namespace },
  spec: { type },
});

/** Load balancers come from Ingresses, with TLS, logs and a name. A Service's own has none of these. */
export const NO_LOAD_BALANCER_SERVICES: Policy = {
  kind: "NoLoadBalancerServices",
  matches: [{ apiGroups: [""], kinds: ["Service"] }],
  parameters: {
    namespaces: { type: "array", items: { type: "string" }, description: "Where there may be some." },
  },
  example: { namespaces: ["edge"] },
  rego: `problems contains message if {
	input.review.object.spec.type == "LoadBalancer"
	not input.review.object.metadata.namespace in {namespace | some namespace in input.parameters.namespaces}
	message := "spec.type: expected ClusterIP, got LoadBalancer; use an Ingress"
}
`,
  cases: [
    { name: "inside the cluster", object: service("ClusterIP") },
    { name: "with a load balancer where there may be some", object: service("LoadBalancer", "edge") },
    { name: "on every node", object: service("NodePort") },
    { name: "that says nothing", object: { ...service(""), spec: {} } },
    {
      name: "with a load balancer",
      object: service("LoadBalancer"),
      refusal: "spec.type: expected ClusterIP, got LoadBalancer; use an Ingress",
    },
  ],
};
