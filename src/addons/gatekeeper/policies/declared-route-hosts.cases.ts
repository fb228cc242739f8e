import type { HelmValues } from "../../../constructs/helm-values";
import type { Manifest } from "../../../constructs/manifests";
import type { PolicyCases } from "./policy.cases";

const route = (spec: HelmValues, namespace = "apps"): Manifest => ({
  apiVersion: "gateway.networking.k8s.io/v1",
  kind: "HTTPRoute",
  metadata: { name: "website", namespace },
  spec: {
    hostnames: ["www.example.org"],
    parentRefs: [{ group: "gateway.networking.k8s.io", kind: "ListenerSet", name: "hosts" }],
    rules: [{ backendRefs: [{ name: "website", port: 80 }] }],
    ...spec,
  },
});

const PRODUCT: Manifest = {
  apiVersion: "v1",
  kind: "Namespace",
  metadata: { name: "maps", annotations: { "example.org/hosts": "maps.example.org,tides.example.org" } },
};

/** Evidence for the policy declared-route-hosts. */
export const DECLARED_ROUTE_HOSTS_CASES: PolicyCases = {
  parameters: {
    annotation: "example.org/hosts",
    hosts: [{ namespace: "apps", hosts: ["www.example.org"] }],
  },
  cases: [
    { name: "for a host of its namespace", object: route({}) },
    {
      name: "for a host of a product",
      object: route({ hostnames: ["tides.example.org"] }, "maps"),
      inventory: [PRODUCT],
    },
    {
      name: "that says its own namespace",
      object: route({
        parentRefs: [{ kind: "ListenerSet", name: "hosts", namespace: "apps" }],
        rules: [{ backendRefs: [{ name: "website", namespace: "apps", port: 80 }] }],
      }),
    },
    {
      name: "for the host of another namespace",
      object: route({ hostnames: ["maps.example.org"] }),
      refusal: "host maps.example.org: expected one that apps declares, got another",
    },
    {
      name: "for the host of another product",
      object: route({ hostnames: ["www.example.org"] }, "maps"),
      inventory: [PRODUCT],
      refusal: "host www.example.org: expected one that maps declares, got another",
    },
    {
      name: "for a whole domain",
      object: route({ hostnames: ["*.example.org"] }),
      refusal: "host *.example.org: expected one that apps declares, got another",
    },
    {
      name: "for every host",
      object: route({ hostnames: [] }),
      refusal: "spec.hostnames: expected a host, got none",
    },
    {
      name: "at the Gateway itself",
      object: route({ parentRefs: [{ name: "shared-alb", namespace: "cluster-services" }] }),
      refusal: "spec.parentRefs[0]: expected the ListenerSet hosts of the namespace, got Gateway shared-alb",
    },
    {
      name: "at the listeners of another namespace",
      object: route({ parentRefs: [{ kind: "ListenerSet", name: "hosts", namespace: "maps" }] }),
      refusal: "spec.parentRefs[0]: expected the ListenerSet hosts of the namespace, got ListenerSet hosts",
    },
    {
      name: "at no listener",
      object: route({ parentRefs: [] }),
      refusal: "spec.parentRefs: expected the ListenerSet hosts of the namespace, got none",
    },
    {
      name: "to a Service of another namespace",
      object: route({ rules: [{ backendRefs: [{ name: "website", namespace: "maps", port: 80 }] }] }),
      refusal: "spec.rules[0].backendRefs: expected a Service of apps, got one of maps",
    },
    {
      name: "with a rule of the load balancer's own",
      object: route({
        rules: [
          {
            filters: [
              {
                type: "ExtensionRef",
                extensionRef: { group: "gateway.k8s.aws", kind: "ListenerRuleConfiguration", name: "any" },
              },
            ],
          },
        ],
      }),
      refusal: "spec.rules[0].filters: expected filters of the Gateway API, got an ExtensionRef",
    },
  ],
};
