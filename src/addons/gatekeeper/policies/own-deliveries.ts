import type { Policy } from "./policy";

/**
 * Refuses what Flux would deliver from or to another namespace, or as another than a service account that the object names.
 * Flux itself is told the same, and Kubernetes refuses the rest to that account: this says so as the object comes. No pod runs as the
 * account that delivers, or those who may make pods would have its rights.
 *
 * @see https://fluxcd.io/flux/installation/configuration/multitenancy/
 */
export const OWN_DELIVERIES: Policy = {
  kind: "OwnDeliveries",
  byItsConstraint: true,
  matches: [
    { apiGroups: [""], kinds: ["Pod"] },
    { apiGroups: ["kustomize.toolkit.fluxcd.io"], kinds: ["Kustomization"] },
    { apiGroups: ["helm.toolkit.fluxcd.io"], kinds: ["HelmRelease"] },
    {
      apiGroups: ["source.toolkit.fluxcd.io"],
      kinds: ["Bucket", "GitRepository", "HelmRepository", "OCIRepository"],
    },
  ],
  parameters: {},
  rego: `own_namespace := input.review.object.metadata.namespace

spec := object.get(input.review.object, "spec", {})

delivers if input.review.object.kind in {"Kustomization", "HelmRelease"}

problems contains "spec.serviceAccountName: expected a service account of the namespace, got none" if {
	delivers
	object.get(spec, "serviceAccountName", "") == ""
}

problems contains "spec.serviceAccountName: expected an account of an application, got flux-deployer, which delivers" if {
	input.review.object.kind == "Pod"
	spec.serviceAccountName == "flux-deployer"
}

problems contains "spec.kubeConfig: expected none, since it delivers to its own namespace, got one" if {
	delivers
	spec.kubeConfig
}

problems contains message if {
	some [path, namespace] in named
	namespace != ""
	namespace != own_namespace
	message := sprintf("%v: expected %v, got %v", [path, own_namespace, namespace])
}

named contains [sprintf("spec.%v", [field]), spec[field]] if {
	some field in {"targetNamespace", "storageNamespace"}
	spec[field]
}

named contains [sprintf("spec.%v.namespace", [field]), spec[field].namespace] if {
	some field in {"sourceRef", "chartRef"}
	spec[field].namespace
}

named contains ["spec.chart.spec.sourceRef.namespace", spec.chart.spec.sourceRef.namespace] if {
	spec.chart.spec.sourceRef.namespace
}

named contains [sprintf("spec.dependsOn[%v].namespace", [index]), other.namespace] if {
	some index, other in spec.dependsOn
	other.namespace
}

# Every other provider signs in as the controller, which is not the team's.
problems contains message if {
	not delivers
	provider := object.get(spec, "provider", "generic")
	not provider in {"generic", "github"}
	message := sprintf("spec.provider: expected generic or github, got %v", [provider])
}
`,
};
