import { EksAccessEntry } from "@cdktf/provider-aws/lib/eks-access-entry";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { RoleBindingV1 } from "@cdktf/provider-kubernetes/lib/role-binding-v1";
import { RoleV1 } from "@cdktf/provider-kubernetes/lib/role-v1";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { policyDocument } from "../constructs/iam-policy";

export interface HubAccessProps {
  readonly clusterName: string;

  /** Name of the role by which the hub signs in. */
  readonly roleName: string;

  /** Kubernetes group of those who have the role. */
  readonly group: string;

  /** Account of the hub, twelve digits. */
  readonly hubAccountId: string;

  /** ARNs of the roles of the hub's Argo CD, which alone may take the role. */
  readonly hubRoleArns: readonly string[];

  /** Namespaces that the hub deploys to. */
  readonly namespaces: readonly string[];

  /** Kinds that it may read and change there. */
  readonly changes: readonly HubRule[];

  /** Kinds that it may read there besides. */
  readonly reads: readonly HubRule[];

  /** Dependencies of an object in a namespace. */
  readonly readyFor: (namespace: string) => readonly ITerraformDependable[];
}

/** Kinds of an API group. */
export interface HubRule {
  readonly apiGroup: string;
  readonly resources: readonly string[];
}

const API_GROUP = "rbac.authorization.k8s.io";
const LABELS = { "app.kubernetes.io/managed-by": "Terraform" };
const READ = ["get", "list", "watch"];
const CHANGE = [...READ, "create", "update", "patch", "delete"];

/**
 * Lets the Argo CD of a management cluster deploy to this one without a token of its own: a role in this account that two roles
 * of the hub may take, and an access entry that puts those who have it into a group. The group has rights in
 * namespaces of applications alone, and none that gives rights to others. The role itself may do nothing in AWS.
 *
 * The trust names roles by a condition: IAM refuses a principal that does not exist yet.
 *
 * @see https://argo-cd.readthedocs.io/en/stable/operator-manual/declarative-setup/#eks
 * @see https://docs.aws.amazon.com/eks/latest/userguide/access-entries.html
 */
export class HubAccess extends Construct {
  constructor(
    scope: Construct,
    id: string,
    private readonly props: HubAccessProps,
  ) {
    super(scope, id);
    const { clusterName, roleName, group, hubAccountId, hubRoleArns, namespaces } = props;

    const role = new IamRole(this, "role", {
      name: roleName,
      description: `Assumed by the Argo CD that deploys to ${clusterName}`,
      assumeRolePolicy: policyDocument(
        hubRoleArns.map((roleArn) => ({
          Effect: "Allow",
          Principal: { AWS: `arn:aws:iam::${hubAccountId}:root` },
          Action: ["sts:AssumeRole"],
          Condition: { StringEquals: { "aws:PrincipalArn": roleArn } },
        })),
      ),
    });
    new EksAccessEntry(this, "entry", {
      clusterName,
      principalArn: role.arn,
      type: "STANDARD",
      kubernetesGroups: [group],
    });
    namespaces.forEach((namespace) => this.letChange(namespace));
  }

  private letChange(namespace: string): void {
    const { group, changes, reads, readyFor } = this.props;
    const rules = (all: readonly HubRule[], verbs: readonly string[]) =>
      all.map(({ apiGroup, resources }) => ({
        apiGroups: [apiGroup],
        resources: [...resources],
        verbs: [...verbs],
      }));

    const role = new RoleV1(this, `${namespace}-role`, {
      metadata: { name: group, namespace, labels: LABELS },
      rule: [...rules(changes, CHANGE), ...rules(reads, READ)],
      dependsOn: [...readyFor(namespace)],
    });
    new RoleBindingV1(this, `${namespace}-role-binding`, {
      metadata: { name: `${group}-binding`, namespace, labels: LABELS },
      roleRef: { apiGroup: API_GROUP, kind: "Role", name: group },
      subject: [{ apiGroup: API_GROUP, kind: "Group", name: group }],
      dependsOn: [role],
    });
  }
}
