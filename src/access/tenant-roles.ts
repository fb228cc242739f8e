import { ClusterRoleV1 } from "@cdktf/provider-kubernetes/lib/cluster-role-v1";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";

interface Rule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
}

export interface TenantRolesProps {
  /** Rules of each role, by its name. */
  readonly roles: Readonly<Record<string, readonly Rule[]>>;

  /** Access of Terraform to the cluster. */
  readonly after: readonly ITerraformDependable[];
}

/**
 * Roles that RoleBindings of tenants' namespaces refer to. They are bound nowhere else, so they allow nothing outside
 * those.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/rbac/
 */
export class TenantRoles extends Construct {
  constructor(scope: Construct, id: string, { roles, after }: TenantRolesProps) {
    super(scope, id);
    for (const [name, rules] of Object.entries(roles)) {
      new ClusterRoleV1(this, name, {
        metadata: { name, labels: { "app.kubernetes.io/managed-by": "Terraform" } },
        rule: rules.map(({ apiGroups, resources, verbs }) => ({
          apiGroups: [...apiGroups],
          resources: [...resources],
          verbs: [...verbs],
        })),
        dependsOn: [...after],
      });
    }
  }
}
