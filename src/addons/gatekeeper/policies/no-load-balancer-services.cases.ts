import type { PolicyCases } from "./policy.cases";
import type { Manifest } from "../../../constructs/manifests";

const service = (type: string, namespace = "apps"): Manifest => ({
  apiVersion: "v1",
  kind: "Service",
  metadata: { name: "whitehall", namespace },
  spec: { type },
});

/** Evidence for the policy no-load-balancer-services. */
export const NO_LOAD_BALANCER_SERVICES_CASES: PolicyCases = {
  parameters: { namespaces: ["edge"] },
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
    {
      name: "with the address of another program",
      object: { ...service("ClusterIP"), spec: { externalIPs: ["203.0.113.10"] } },
      refusal: "spec.externalIPs: expected none",
    },
    {
      name: "with the address of another program, where there may be load balancers",
      object: { ...service("ClusterIP", "edge"), spec: { externalIPs: ["203.0.113.10"] } },
      refusal: "got 203.0.113.10",
    },
  ],
};
