import { NetworkPolicyV1 } from "@cdktf/provider-kubernetes/lib/network-policy-v1";
import { expect, it } from "vitest";
import { NamespaceNetwork } from "../../src/access/namespace-network";
import { Terraform } from "../support/terraform";

const policies = Terraform.of(
  (scope) =>
    new NamespaceNetwork(scope, "apps-network", {
      namespace: "apps",
      allows: {
        callers: { ingress: [{ blocks: [{ cidr: "10.0.0.0/24" }], ports: [8080] }] },
        databases: { egress: [{ blocks: [{ cidr: "10.0.0.0/16", except: ["10.0.1.0/24"] }] }] },
      },
      after: [],
    }),
).named(NetworkPolicyV1);

it("refuses everything to and from every pod", () => {
  expect(policies["apps-network_deny-all"]).toMatchObject({
    metadata: { name: "deny-all", namespace: "apps" },
    spec: { pod_selector: {}, policy_types: ["Ingress", "Egress"], ingress: [], egress: [] },
  });
});

it("refuses only once everything that is allowed is", () => {
  expect(policies["apps-network_deny-all"]?.depends_on).toEqual([
    "kubernetes_network_policy_v1.apps-network_callers",
    "kubernetes_network_policy_v1.apps-network_databases",
    "kubernetes_network_policy_v1.apps-network_ask-for-names",
  ]);
});

it("lets every pod ask the cluster's own DNS for names", () => {
  expect(policies["apps-network_ask-for-names"]?.spec).toMatchObject({
    policy_types: ["Egress"],
    egress: [
      {
        to: [
          {
            namespace_selector: { match_labels: { "kubernetes.io/metadata.name": "kube-system" } },
            pod_selector: { match_labels: { "k8s-app": "kube-dns" } },
          },
        ],
        ports: [
          { protocol: "UDP", port: "53" },
          { protocol: "TCP", port: "53" },
        ],
      },
    ],
  });
});

it("allows what it is told, on the ports it is told or on all", () => {
  expect(policies["apps-network_callers"]?.spec).toMatchObject({
    policy_types: ["Ingress"],
    ingress: [{ from: [{ ip_block: { cidr: "10.0.0.0/24" } }], ports: [{ protocol: "TCP", port: "8080" }] }],
  });
  expect(policies["apps-network_databases"]?.spec.egress).toEqual([
    { to: [{ ip_block: { cidr: "10.0.0.0/16", except: ["10.0.1.0/24"] } }] },
  ]);
});
