import { ARGO_CD_ACCOUNT, MADE_BY_ARGO_CD } from "./argo-cd-account";
import type { Policy } from "./policy";

const texts = { type: "array", items: { type: "string" } };

/**
 * Refuses a Role that charts bring if it allows more than an engineer listed, and a RoleBinding of charts that gives
 * any other rights, or gives them outside its namespace. Kubernetes compares a role with the rights of its maker: Argo
 * CD has all.
 */
export const BOUNDED_ROLES: Policy = {
  kind: "BoundedRoles",
  matches: [{ apiGroups: ["rbac.authorization.k8s.io"], kinds: ["Role", "RoleBinding"] }],
  parameters: {
    ...ARGO_CD_ACCOUNT,
    rules: {
      type: "array",
      description: "Rights that roles of charts may have.",
      items: {
        type: "object",
        properties: {
          namespace: { type: "string", description: "Only namespace of the rights; every one without it." },
          role: { type: "string", description: "Only Role that may have them; every one without it." },
          apiGroups: texts,
          resources: texts,
          verbs: texts,
        },
      },
    },
  },
  rego: `${MADE_BY_ARGO_CD}
problems contains message if {
	made_by_argo_cd
	input.review.object.kind == "Role"
	some right in excess(input.review.object)
	message := sprintf("rules: expected rights of addons.gatekeeper.roles, got %v", [right])
}

problems contains message if {
	made_by_argo_cd
	role := input.review.object.roleRef
	role.kind != "Role"
	message := sprintf("roleRef: expected a Role of the namespace, got %v %v", [role.kind, role.name])
}

# A Role that is there may be the platform's, which allows more.
problems contains message if {
	made_by_argo_cd
	name := input.review.object.roleRef.name
	role := data.inventory.namespace[own_namespace]["rbac.authorization.k8s.io/v1"].Role[name]
	some right in excess(role)
	message := sprintf("roleRef: expected a Role with rights of addons.gatekeeper.roles, got %v with %v", [name, right])
}

problems contains message if {
	made_by_argo_cd
	some subject in input.review.object.subjects
	not is_own(subject)
	message := sprintf("subjects: expected service accounts of %v, got %v %v", [own_namespace, subject.kind, subject.name])
}

own_namespace := input.review.object.metadata.namespace

is_own(subject) if {
	subject.kind == "ServiceAccount"
	object.get(subject, "namespace", own_namespace) == own_namespace
}

excess(role) := {right |
	some rule in role.rules
	some group in rule.apiGroups
	some resource in rule.resources
	some verb in rule.verbs
	not is_listed(role.metadata.name, group, resource, verb)
	right := trim_suffix(sprintf("%v %v.%v", [verb, resource, group]), ".")
}

is_listed(name, group, resource, verb) if {
	some rule in input.parameters.rules
	object.get(rule, "namespace", own_namespace) == own_namespace
	object.get(rule, "role", name) == name
	group in rule.apiGroups
	resource in rule.resources
	verb in rule.verbs
}
`,
};
