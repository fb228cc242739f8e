import { RoleBindingV1 } from "@cdktf/provider-kubernetes/lib/role-binding-v1";
import { RoleV1 } from "@cdktf/provider-kubernetes/lib/role-v1";
import type { ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";

export const API_GROUP = "rbac.authorization.k8s.io";
export const LABELS = { "app.kubernetes.io/managed-by": "Terraform" };

/** Verbs that read objects. */
export const READ = ["get", "list", "watch"] as const;

/** Verbs that read objects and change them. */
export const CHANGE = [...READ, "create", "update", "patch", "delete"] as const;

/** Kinds of an API group, as resources of the API. */
export interface Kinds {
  readonly apiGroup: string;
  readonly resources: readonly string[];
}

/** Rule of a role. */
export interface Rule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
}

/** Rules that allow the same verbs for several kinds. */
export const rulesFor = (kinds: readonly Kinds[], verbs: readonly string[]): Rule[] =>
  kinds.map(({ apiGroup, resources }) => ({ apiGroups: [apiGroup], resources, verbs }));

/** Copy of a rule with mutable arrays, which the bindings ask for. */
export const mutable = ({ apiGroups, resources, verbs }: Rule) => ({
  apiGroups: [...apiGroups],
  resources: [...resources],
  verbs: [...verbs],
});

/** Subject of a binding. */
export const groupSubject = (name: string) => ({ apiGroup: API_GROUP, kind: "Group", name });

interface GroupRights {
  readonly group: string;

  /**
   * Other groups with the same rights.
   *
   * @default - none
   */
  readonly groups?: readonly string[] | undefined;
  readonly namespace: string;
  readonly rules: readonly Rule[];
  readonly after: readonly ITerraformDependable[];
}

/**
 * Gives members of Kubernetes groups rights in one namespace: a role of the first group's name, and its binding.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/rbac/
 */
export function allowGroup(
  scope: Construct,
  { group, groups = [], namespace, rules, after }: GroupRights,
): void {
  const role = new RoleV1(scope, `${namespace}-role`, {
    metadata: { name: group, namespace, labels: LABELS },
    rule: rules.map(mutable),
    dependsOn: [...after],
  });
  new RoleBindingV1(scope, `${namespace}-role-binding`, {
    metadata: { name: `${group}-binding`, namespace, labels: LABELS },
    roleRef: { apiGroup: API_GROUP, kind: "Role", name: group },
    subject: [group, ...groups].map(groupSubject),
    dependsOn: [role],
  });
}
