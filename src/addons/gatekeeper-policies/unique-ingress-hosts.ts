import type { Manifest } from "../../constructs/manifests";
import type { Policy } from "./policy";

const ingress = (name: string, namespace: string, ...hosts: readonly string[]): Manifest => ({
  apiVersion: "networking.k8s.io/v1",
  kind: "Ingress",
  metadata: { name, namespace },
  spec: { rules: hosts.map((host) => ({ host })) },
});

const HOST = "whitehall.example";

/** No two Ingresses answer for one host: which of their load balancers gets its DNS record would be chance. */
export const UNIQUE_INGRESS_HOSTS: Policy = {
  kind: "UniqueIngressHosts",
  matches: [{ apiGroups: ["networking.k8s.io"], kinds: ["Ingress"] }],
  parameters: {},
  example: {},
  rego: `problems contains message if {
	some rule in input.review.object.spec.rules
	some namespace, version
	some name, other in data.inventory.namespace[namespace][version].Ingress
	startswith(version, "networking.k8s.io/")
	some theirs in other.spec.rules
	theirs.host == rule.host
	not is_same(namespace, name)
	message := sprintf("host %v: expected one Ingress, got %v/%v as well", [rule.host, namespace, name])
}

is_same(namespace, name) if {
	namespace == input.review.object.metadata.namespace
	name == input.review.object.metadata.name
}
`,
  cases: [
    {
      name: "with a host of its own",
      object: ingress("whitehall", "apps", HOST),
      inventory: [ingress("publisher", "apps", "publisher.example")],
    },
    {
      name: "that changes",
      object: ingress("whitehall", "apps", HOST, "www.whitehall.example"),
      inventory: [ingress("whitehall", "apps", HOST)],
    },
    {
      name: "with a host of another",
      object: ingress("whitehall", "apps", HOST),
      inventory: [ingress("old-whitehall", "apps", HOST)],
      refusal: "host whitehall.example: expected one Ingress, got apps/old-whitehall as well",
    },
    {
      name: "with a host of one that has its name in another namespace",
      object: ingress("whitehall", "apps", "publisher.example", HOST),
      inventory: [ingress("whitehall", "licensify", HOST)],
      refusal: "got licensify/whitehall as well",
    },
  ],
};
