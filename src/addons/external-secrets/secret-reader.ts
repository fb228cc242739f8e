import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { type Permission, permissionsDocument, policyDocument } from "../../constructs/iam-policy";

/** Permission on secrets that have names. */
export type SecretPermission = Extract<Permission, { readonly resources: readonly string[] }>;

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
  readonly permissions: readonly SecretPermission[];
}

/** A role by which External Secrets reads the secrets of some namespaces, and no others. */
export class SecretReaderRole extends Construct {
  readonly arn: string;

  /** Permissions of the role, as they were given. */
  readonly permissions: readonly SecretPermission[];
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
    this.ready = inParts(permissions).map((part, index) => {
      const number = index === 0 ? "" : `-${index + 1}`;
      return new IamRolePolicy(this, `permissions${number}`, {
        name: `read-secrets${number}`,
        role: role.name,
        policy: permissionsDocument(part),
      });
    });
  }
}

/** Secrets of one policy. Their names are such that it stays below 6,144 characters. */
const AT_ONCE = 64;

/** Permissions for a policy each. */
const inParts = (permissions: readonly SecretPermission[]): SecretPermission[][] => {
  const most = Math.max(...permissions.map(({ resources }) => resources.length));
  return Array.from({ length: Math.ceil(most / AT_ONCE) }, (_, part) =>
    permissions
      .map((one) => ({ ...one, resources: one.resources.slice(part * AT_ONCE, (part + 1) * AT_ONCE) }))
      .filter(({ resources }) => resources.length > 0),
  );
};
