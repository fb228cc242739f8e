import type { Policy } from "./policy";

/** ConfigMaps never change: a new one under a new name reaches pods by a roll-out, which can be undone. */
export const IMMUTABLE_CONFIG_MAPS: Policy = {
  kind: "ImmutableConfigMaps",
  matches: [{ apiGroups: [""], kinds: ["ConfigMap"] }],
  parameters: {},
  rego: `# Kubernetes keeps one of these up to date in every namespace.
problems contains message if {
	input.review.object.metadata.name != "kube-root-ca.crt"
	object.get(input.review.object, "immutable", false) != true
	message := "immutable: expected true, got false; give it a name with a hash of what is in it"
}
`,
};
