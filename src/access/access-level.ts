import { ClusterRoleBindingV1 } from "@cdktf/provider-kubernetes/lib/cluster-role-binding-v1";
import { ClusterRoleV1 } from "@cdktf/provider-kubernetes/lib/cluster-role-v1";
import { RoleBindingV1 } from "@cdktf/provider-kubernetes/lib/role-binding-v1";
import { RoleV1 } from "@cdktf/provider-kubernetes/lib/role-v1";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";

interface Rule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
}

export interface AccessLevelProps {
  /** Name of the level and of its Kubernetes group. */
  readonly name: string;

  /** Rules for every namespace and for objects without one. */
  readonly clusterRules: readonly Rule[];

  /** Rules for each of `namespaces`. */
  readonly namespaceRules: readonly Rule[];

  /** @default - none */
  readonly namespaces?: readonly string[];

  /** Access of Terraform to the cluster. */
  readonly after: readonly ITerraformDependable[];

  /** Dependencies of an object in a namespace. */
  readonly readyFor: (namespace: string) => readonly ITerraformDependable[];
}

const API_GROUP = "rbac.authorization.k8s.io";
const LABELS = { "app.kubernetes.io/managed-by": "Terraform" };

/**
 * Permissions of a Kubernetes group's members.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/rbac/
 */
export class AccessLevel extends Construct {
  constructor(
    scope: Construct,
    id: string,
    private readonly props: AccessLevelProps,
  ) {
    super(scope, id);
    const { namespaces = [], namespaceRules } = props;

    this.allowInCluster();
    if (namespaceRules.length > 0) {
      namespaces.forEach((namespace) => this.allowIn(namespace));
    }
  }

  private allowInCluster(): void {
    const { name, clusterRules, after } = this.props;
    const role = new ClusterRoleV1(this, "cluster-role", {
      metadata: { name, labels: LABELS },
      rule: clusterRules.map(mutable),
      dependsOn: [...after],
    });

    new ClusterRoleBindingV1(this, "cluster-role-binding", {
      metadata: { name: `${name}-binding`, labels: LABELS },
      roleRef: { apiGroup: API_GROUP, kind: "ClusterRole", name },
      subject: [{ apiGroup: API_GROUP, kind: "Group", name }],
      dependsOn: [role],
    });
  }

  private allowIn(namespace: string): void {
    const { name, namespaceRules, readyFor } = this.props;
    const role = new RoleV1(this, `${namespace}-role`, {
      metadata: { name, namespace, labels: LABELS },
      rule: namespaceRules.map(mutable),
      dependsOn: [...readyFor(namespace)],
    });

    new RoleBindingV1(this, `${namespace}-role-binding`, {
      metadata: { name: `${name}-binding`, namespace, labels: LABELS },
      roleRef: { apiGroup: API_GROUP, kind: "Role", name },
      subject: [{ apiGroup: API_GROUP, kind: "Group", name }],
      dependsOn: [role],
    });
  }
}

/** Copies with mutable arrays, which the bindings ask for. */
const mutable = ({ apiGroups, resources, verbs }: Rule) => ({
  apiGroups: [...apiGroups],
  resources: [...resources],
  verbs: [...verbs],
});
