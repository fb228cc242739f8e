import type { Policy } from "./policy";

/**
 * Refuses copies of secrets that belong to another namespace. A store, a generator or a search by pattern would reach
 * secrets without naming them, so a namespace of applications has none.
 */
export const OWN_SECRETS: Policy = {
  kind: "OwnSecrets",
  matches: [
    { apiGroups: ["external-secrets.io"], kinds: ["ExternalSecret"] },
    { apiGroups: ["external-secrets.io"], kinds: ["SecretStore"] },
    { apiGroups: ["external-secrets.io"], kinds: ["PushSecret"] },
  ],
  parameters: {
    products: {
      type: "object",
      description:
        "Beginnings of the names of stores and secrets of products. The namespace ends a store's, and goes on in a secret's.",
      properties: { store: { type: "string" }, secrets: { type: "string" } },
    },
    namespaces: {
      type: "array",
      description: "Stores and secrets of each namespace. A namespace that is not listed has none.",
      items: {
        type: "object",
        properties: {
          namespace: { type: "string" },
          stores: {
            type: "array",
            items: { type: "string" },
            description: "ClusterSecretStores that it may name.",
          },
          names: {
            type: "array",
            items: { type: "string" },
            description: "Names of secrets; with a * at the end, all that begin alike.",
          },
        },
      },
    },
  },
  rego: `problems contains message if {
	input.review.object.kind != "ExternalSecret"
	message := sprintf("expected an ExternalSecret, which copies secrets of the namespace, got a %v", [input.review.object.kind])
}

problems contains message if {
	some store in stores
	not allowed_store(store)
	message := sprintf("store %v %v: expected a ClusterSecretStore of %v, which are %v", [object.get(store, "kind", "SecretStore"), object.get(store, "name", ""), own_namespace, concat(", ", allowed_stores)])
}

problems contains message if {
	some key in keys
	not allowed_name(key)
	message := sprintf("secret %v: expected one of %v, got another's", [key, own_namespace])
}

problems contains "dataFrom: expected secrets by name, got a search" if {
	some source in input.review.object.spec.dataFrom
	source.find
}

problems contains "sourceRef: expected a store, got a generator" if {
	some source in sources
	source.generatorRef
}

stores contains store if store := input.review.object.spec.secretStoreRef

stores contains store if {
	some source in sources
	store := source.storeRef
}

sources contains entry.sourceRef if some entry in input.review.object.spec.data

sources contains entry.sourceRef if some entry in input.review.object.spec.dataFrom

keys contains entry.remoteRef.key if some entry in input.review.object.spec.data

keys contains entry.extract.key if some entry in input.review.object.spec.dataFrom

own_namespace := input.review.object.metadata.namespace

allowed_stores contains store if {
	some own in input.parameters.namespaces
	own.namespace == own_namespace
	some store in own.stores
}

allowed_stores contains sprintf("%v%v", [input.parameters.products.store, own_namespace])

allowed_store(store) if {
	store.kind == "ClusterSecretStore"
	store.name in allowed_stores
}

names contains name if {
	some own in input.parameters.namespaces
	own.namespace == own_namespace
	some name in own.names
}

names contains sprintf("%v%v/*", [input.parameters.products.secrets, own_namespace])

allowed_name(key) if key in names

allowed_name(key) if {
	some name in names
	endswith(name, "*")
	startswith(key, trim_suffix(name, "*"))
}
`,
};
