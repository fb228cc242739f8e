import type { Manifest } from "../../../constructs/manifests";
import type { Policy } from "./policy";

const ingress = (name: string, namespace: string, ...hosts: readonly string[]): Manifest => ({
  apiVersion: "networking.k8s.io/v1",
  kind: "Ingress",
  metadata: { name, namespace },
  spec: { rules: hosts.map((host) => ({ host })) },
});

/** An Ingress that has names by what ExternalDNS reads besides its rules. */
const named = (names: { readonly annotation?: string; readonly tls?: string }): Manifest => ({
  ...ingress("whitehall", "apps"),
  metadata: {
    name: "whitehall",
    namespace: "apps",
    ...(names.annotation && {
      annotations: { "external-dns.alpha.kubernetes.io/hostname": names.annotation },
    }),
  },
  spec: { tls: names.tls ? [{ hosts: [names.tls] }] : [] },
});

const HOST = "whitehall.example";

/** No two Ingresses answer for one host: which of their load balancers gets its DNS record would be chance. */
export const UNIQUE_INGRESS_HOSTS: Policy = {
  kind: "UniqueIngressHosts",
  matches: [{ apiGroups: ["networking.k8s.io"], kinds: ["Ingress"] }],
  parameters: {},
  example: {},
  rego: `problems contains message if {
	some namespace, version
	some other_name, other in data.inventory.namespace[namespace][version].Ingress
	startswith(version, "networking.k8s.io/")
	not is_same(namespace, other_name)
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
      inventory: [ingress("whitehall", "floods", HOST)],
      refusal: "got floods/whitehall as well",
    },
    {
      name: "with a host of another in an annotation, among others and in another spelling",
      object: named({ annotation: "www.whitehall.example, Publisher.Example." }),
      inventory: [ingress("publisher", "apps", "publisher.example")],
      refusal: "host publisher.example: expected one Ingress, got apps/publisher as well",
    },
    {
      name: "with a host that another has in an annotation",
      object: ingress("publisher", "floods", HOST),
      inventory: [named({ annotation: HOST })],
      refusal: "host whitehall.example: expected one Ingress, got apps/whitehall as well",
    },
    {
      name: "with a host of another among those of its TLS",
      object: named({ tls: HOST }),
      inventory: [ingress("publisher", "floods", HOST)],
      refusal: "got floods/publisher as well",
    },
    {
      name: "with a wildcard of another",
      object: ingress("whitehall", "apps", "*.example"),
      inventory: [ingress("publisher", "apps", "*.example")],
      refusal: "host *.example",
    },
    {
      name: "with a wildcard that is about a host of another, whose own record comes first in DNS",
      object: ingress("whitehall", "apps", "*.example"),
      inventory: [ingress("publisher", "apps", "publisher.example")],
    },
    {
      name: "without a host, beside one without a host",
      object: ingress("whitehall", "apps", ""),
      inventory: [{ ...ingress("publisher", "apps"), spec: { rules: [{}] } }],
    },
  ],
};
