import { EksAccessEntry } from "@cdktf/provider-aws/lib/eks-access-entry";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { policyDocument } from "../constructs/iam-policy";
import { trustOfRole } from "../constructs/role-trust";
import { allowGroup, CHANGE, type Kinds, READ, rulesFor } from "./group-rights";

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
  readonly changes: readonly Kinds[];

  /** Kinds that it may read there besides. */
  readonly reads: readonly Kinds[];

  /** Dependencies of an object in a namespace. */
  readonly readyFor: (namespace: string) => readonly ITerraformDependable[];
}

/**
 * Lets the Argo CD of a management cluster deploy to this one without a token of its own: a role in this account that two roles
 * of the hub may take, and an access entry that puts those who have it into a group. The group has rights in
 * namespaces of applications alone, and none that gives rights to others. The role itself may do nothing in AWS.
 *
 * @see https://argo-cd.readthedocs.io/en/stable/operator-manual/declarative-setup/#eks
 * @see https://docs.aws.amazon.com/eks/latest/userguide/access-entries.html
 */
export class HubAccess extends Construct {
  constructor(scope: Construct, id: string, props: HubAccessProps) {
    super(scope, id);
    const { clusterName, roleName, group, hubAccountId, hubRoleArns } = props;
    const { namespaces, changes, reads, readyFor } = props;

    const role = new IamRole(this, "role", {
      name: roleName,
      description: `Assumed by the Argo CD that deploys to ${clusterName}`,
      assumeRolePolicy: policyDocument(
        hubRoleArns.map((roleArn) => trustOfRole({ accountId: hubAccountId, roleArn })),
      ),
    });
    new EksAccessEntry(this, "entry", {
      clusterName,
      principalArn: role.arn,
      type: "STANDARD",
      kubernetesGroups: [group],
    });
    const rules = [...rulesFor(changes, CHANGE), ...rulesFor(reads, READ)];
    namespaces.forEach((namespace) =>
      allowGroup(this, { group, namespace, rules, after: readyFor(namespace) }),
    );
  }
}
