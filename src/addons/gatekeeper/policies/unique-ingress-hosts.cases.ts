import type { PolicyCases } from "./policy.cases";
import type { Manifest } from "../../../constructs/manifests";

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

/** An Ingress that shares the load balancer of a group. */
const grouped = (group: string, made: Manifest): Manifest => ({
  ...made,
  metadata: { ...made.metadata, annotations: { "alb.ingress.kubernetes.io/group.name": group } },
});

const HOST = "whitehall.example";

/** Evidence for the policy unique-ingress-hosts. */
export const UNIQUE_INGRESS_HOSTS_CASES: PolicyCases = {
  parameters: {},
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
      name: "with a host of another, with which it shares a load balancer",
      object: grouped("assets", ingress("whitehall", "apps", HOST)),
      inventory: [grouped("assets", ingress("publisher", "apps", HOST))],
    },
    {
      name: "with a host of another on another load balancer",
      object: grouped("assets", ingress("whitehall", "apps", HOST)),
      inventory: [grouped("pages", ingress("publisher", "apps", HOST))],
      refusal: "got apps/publisher as well",
    },
    {
      name: "with a host of one of another namespace that names the same load balancer",
      object: grouped("assets", ingress("whitehall", "apps", HOST)),
      inventory: [grouped("assets", ingress("publisher", "floods", HOST))],
      refusal: "got floods/publisher as well",
    },
    {
      name: "with a host of another, where both name no load balancer",
      object: grouped("", ingress("whitehall", "apps", HOST)),
      inventory: [grouped("", ingress("publisher", "apps", HOST))],
      refusal: "got apps/publisher as well",
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
