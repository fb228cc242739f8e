import type { Manifest } from "../../../constructs/manifests";
import type { Policy } from "./policy";

const configMap = (name: string, fields: { readonly immutable?: boolean } = {}): Manifest => ({
  apiVersion: "v1",
  kind: "ConfigMap",
  metadata: { name, namespace: "apps" },
  data: {},
  ...fields,
});

/** ConfigMaps never change: a new one under a new name reaches pods by a roll-out, which can be undone. */
export const IMMUTABLE_CONFIG_MAPS: Policy = {
  kind: "ImmutableConfigMaps",
  matches: [{ apiGroups: [""], kinds: ["ConfigMap"] }],
  parameters: {},
  example: {},
  rego: `# Kubernetes keeps one of these up to date in every namespace.
problems contains message if {
	input.review.object.metadata.name != "kube-root-ca.crt"
	object.get(input.review.object, "immutable", false) != true
	message := "immutable: expected true, got false; give it a name with a hash of what is in it"
}
`,
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
