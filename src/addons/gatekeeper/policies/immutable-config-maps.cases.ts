import type { PolicyCases } from "./policy.cases";
import type { Manifest } from "../../../constructs/manifests";

const configMap = (name: string, fields: { readonly immutable?: boolean } = {}): Manifest => ({
  apiVersion: "v1",
  kind: "ConfigMap",
  metadata: { name, namespace: "apps" },
  data: {},
  ...fields,
});

/** Evidence for the policy immutable-config-maps. */
export const IMMUTABLE_CONFIG_MAPS_CASES: PolicyCases = {
  parameters: {},
  cases: [
    { name: "that never changes", object: configMap("whitehall-4f2a", { immutable: true }) },
    { name: "of Kubernetes itself", object: configMap("kube-root-ca.crt") },
    {
      name: "that says nothing",
      object: configMap("whitehall"),
      refusal: "immutable: expected true, got false",
    },
    {
      name: "that may change",
      object: configMap("whitehall", { immutable: false }),
      refusal: "immutable: expected true, got false",
    },
  ],
};
