import { ARGO_CD_ACCOUNT, MADE_BY_ARGO_CD } from "./argo-cd-account";
import type { Policy } from "./policy";

/**
 * Refuses a disk that charts bring, unless it is an export that an engineer listed. Any other could be a folder of a
 * node, or a disk of another namespace.
 */
export const STATIC_VOLUMES: Policy = {
  kind: "StaticVolumes",
  matches: [{ apiGroups: [""], kinds: ["PersistentVolume"] }],
  parameters: {
    ...ARGO_CD_ACCOUNT,
    exports: {
      type: "array",
      description: "Folders of NFS servers that charts may bind.",
      items: { type: "object", properties: { server: { type: "string" }, path: { type: "string" } } },
    },
  },
  rego: `${MADE_BY_ARGO_CD}
problems contains message if {
	made_by_argo_cd
	some source in sources
	not listed(source)
	message := sprintf("spec.%v: expected nfs of %v, got another volume", [source, concat(", ", exports)])
}

# A claim of any namespace that asks for the class could be bound to it.
problems contains message if {
	made_by_argo_cd
	class := object.get(input.review.object.spec, "storageClassName", "")
	class != ""
	message := sprintf("spec.storageClassName: expected none, got %v", [class])
}

# Whatever is no description of the disk is its source.
sources := object.keys(input.review.object.spec) - {
	"accessModes", "capacity", "claimRef", "mountOptions", "nodeAffinity", "persistentVolumeReclaimPolicy",
	"storageClassName", "volumeAttributesClassName", "volumeMode",
}

listed("nfs") if {
	some export in input.parameters.exports
	input.review.object.spec.nfs.server == export.server
	input.review.object.spec.nfs.path == export.path
}

exports contains sprintf("%v:%v", [export.server, export.path]) if some export in input.parameters.exports
`,
};
