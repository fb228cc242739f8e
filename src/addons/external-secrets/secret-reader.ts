import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { type Permission, permissionsDocument, policyDocument } from "../../constructs/iam-policy";

export interface SecretReaderRoleProps {
  readonly name: string;

  /** Path of the role, which roles of no other cluster have. */
  readonly path: string;
  readonly clusterName: string;

  /** ARN of the operator's role, which alone may assume this one. */
  readonly operatorArn: string;

  /** Actions by which the operator takes the role. */
  readonly assumedBy: readonly string[];
  readonly namespaces: readonly string[];
  readonly permissions: readonly Permission[];
}

/** A role by which External Secrets reads the secrets of some namespaces, and no others. */
export class SecretReaderRole extends Construct {
  readonly arn: string;

  /** Permissions of the role, as they were given. */
  readonly permissions: readonly Permission[];
  readonly ready: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: SecretReaderRoleProps) {
    super(scope, id);
    const { name, path, clusterName, operatorArn, assumedBy, namespaces, permissions } = props;

    const role = new IamRole(this, "role", {
      name,
      path,
      description: `Reads secrets of ${namespaces.join(", ")} in ${clusterName}`,
      assumeRolePolicy: policyDocument([
        { Effect: "Allow", Principal: { AWS: operatorArn }, Action: assumedBy },
      ]),
    });
    this.arn = role.arn;
    this.permissions = permissions;
    this.ready = [
      new IamRolePolicy(this, "permissions", {
        name: "read-secrets",
        role: role.name,
        policy: permissionsDocument(permissions),
      }),
    ];
  }
}
