import { ClusterRoleBindingV1 } from "@cdktf/provider-kubernetes/lib/cluster-role-binding-v1";
import { ClusterRoleV1 } from "@cdktf/provider-kubernetes/lib/cluster-role-v1";
import { RoleBindingV1 } from "@cdktf/provider-kubernetes/lib/role-binding-v1";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { API_GROUP, CHANGE, type Kinds, LABELS, mutable, READ, rulesFor } from "./group-rights";

export interface GraphRightsProps {
  /** User of the Kubernetes API as whom kro acts. */
  readonly user: string;

  /** Kinds of the objects that graphs make. */
  readonly makes: readonly Kinds[];

  /** Name of the ClusterRole by which kro makes them, which RoleBindings of namespaces refer to. */
  readonly role: string;

  /** Namespaces of applications in which it makes them. */
  readonly namespaces: readonly string[];

  /** Access of Terraform to the cluster. */
  readonly after: readonly ITerraformDependable[];

  /** Dependencies of an object in a namespace. */
  readonly readyFor: (namespace: string) => readonly ITerraformDependable[];
}

/**
 * Rights of kro beyond those that EKS gives it: it watches the kinds that graphs make in the whole cluster, as its controller
 * does for each kind, and changes them in namespaces of applications alone.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/kro-permissions.html
 * @see https://kro.run/docs/advanced/controller-tuning
 */
export class GraphRights extends Construct {
  constructor(scope: Construct, id: string, props: GraphRightsProps) {
    super(scope, id);
    const { user, makes, role, namespaces, after, readyFor } = props;
    const subject = [{ apiGroup: API_GROUP, kind: "User", name: user }];
    const dependsOn = [...after];

    const watches = `${role}-watches`;
    const watching = new ClusterRoleV1(this, "watches", {
      metadata: { name: watches, labels: LABELS },
      rule: rulesFor(makes, READ).map(mutable),
      dependsOn,
    });
    new ClusterRoleBindingV1(this, "watches-binding", {
      metadata: { name: watches, labels: LABELS },
      roleRef: { apiGroup: API_GROUP, kind: "ClusterRole", name: watches },
      subject,
      dependsOn: [watching],
    });

    const making = new ClusterRoleV1(this, "makes", {
      metadata: { name: role, labels: LABELS },
      rule: rulesFor(makes, CHANGE).map(mutable),
      dependsOn,
    });
    for (const namespace of namespaces) {
      new RoleBindingV1(this, `${namespace}-binding`, {
        metadata: { name: role, namespace, labels: LABELS },
        roleRef: { apiGroup: API_GROUP, kind: "ClusterRole", name: role },
        subject,
        dependsOn: [making, ...readyFor(namespace)],
      });
    }
  }
}
