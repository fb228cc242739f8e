import { ClusterRoleBindingV1 } from "@cdktf/provider-kubernetes/lib/cluster-role-binding-v1";
import { ClusterRoleV1 } from "@cdktf/provider-kubernetes/lib/cluster-role-v1";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { allowGroup, API_GROUP, groupSubject, LABELS, mutable, type Rule } from "./group-rights";

export interface AccessLevelProps {
  /** Name of the level and of its Kubernetes group. */
  readonly name: string;

  /** Rules for every namespace and for objects without one. */
  readonly clusterRules: readonly Rule[];

  /** Rules for each of `namespaces`. */
  readonly namespaceRules: readonly Rule[];

  /** @default - none */
  readonly namespaces?: readonly string[];

  /**
   * Other groups whose members have the level, as Kubernetes knows them.
   *
   * @default - none
   */
  readonly groups?: readonly string[];

  /** Access of Terraform to the cluster. */
  readonly after: readonly ITerraformDependable[];

  /** Dependencies of an object in a namespace. */
  readonly readyFor: (namespace: string) => readonly ITerraformDependable[];
}

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
    const { name, namespaces = [], namespaceRules, groups, readyFor } = props;

    this.allowInCluster();
    if (namespaceRules.length > 0) {
      namespaces.forEach((namespace) =>
        allowGroup(this, {
          group: name,
          groups,
          namespace,
          rules: namespaceRules,
          after: readyFor(namespace),
        }),
      );
    }
  }

  private allowInCluster(): void {
    const { name, clusterRules, groups = [], after } = this.props;
    const role = new ClusterRoleV1(this, "cluster-role", {
      metadata: { name, labels: LABELS },
      rule: clusterRules.map(mutable),
      dependsOn: [...after],
    });

    new ClusterRoleBindingV1(this, "cluster-role-binding", {
      metadata: { name: `${name}-binding`, labels: LABELS },
      roleRef: { apiGroup: API_GROUP, kind: "ClusterRole", name },
      subject: [name, ...groups].map(groupSubject),
      dependsOn: [role],
    });
  }
}
