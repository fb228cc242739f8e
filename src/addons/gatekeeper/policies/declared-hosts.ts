import type { Policy } from "./policy";

/** Parameters of a policy about the hosts of a namespace, which {@link DECLARED_HOSTS} reads. */
export const HOST_PARAMETERS: Policy["parameters"] = {
  annotation: {
    type: "string",
    description: "Annotation of a product's namespace that lists its hosts. Terraform alone writes it.",
  },
  hosts: {
    type: "array",
    description: "Hosts of each namespace. A namespace that is not listed has none.",
    items: {
      type: "object",
      properties: {
        namespace: { type: "string" },
        hosts: { type: "array", items: { type: "string" } },
      },
    },
  },
};

/** Rego of `declared_hosts`, the hosts of the namespace of the object under review: those listed, and those of its product. */
export const DECLARED_HOSTS = `declared_hosts := listed_hosts | product_hosts

listed_hosts := {host |
	some declared in input.parameters.hosts
	declared.namespace == input.review.object.metadata.namespace
	some host in declared.hosts
}

product_hosts := {host |
	own := data.inventory.cluster.v1.Namespace[input.review.object.metadata.namespace]
	some host in split(own.metadata.annotations[input.parameters.annotation], ",")
}`;
