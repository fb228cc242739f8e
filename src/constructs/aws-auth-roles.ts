import { Fn } from "cdktf";
import type { IamRolesMatching } from "./iam-roles-matching";

/** IAM roles, and the Kubernetes groups of an engineer or workflow that assumes one. */
export interface RoleMapping {
  readonly roles: IamRolesMatching;
  readonly groups: readonly string[];
}

export interface AwsAuthRoles {
  readonly accountId: string;

  /** ARN of the nodes' role, without a path. */
  readonly nodeRoleArn: string;
  readonly mappings: readonly RoleMapping[];

  /**
   * Roles of programs, each in a group of its own.
   *
   * @default - none
   */
  readonly programs?: readonly ProgramMapping[];
}

/** IAM role of a program, and its Kubernetes group. */
export interface ProgramMapping {
  /** ARN of the role, without a path. */
  readonly roleArn: string;
  readonly group: string;
}

/**
 * Text of `mapRoles` in the `aws-auth` ConfigMap, as JSON, which is YAML. `aws-auth` knows roles by their ARN
 * without the path.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/auth-configmap.html
 */
export function awsAuthRoles({ accountId, nodeRoleArn, mappings, programs = [] }: AwsAuthRoles): string {
  const nodes = {
    rolearn: nodeRoleArn,
    username: "system:node:{{EC2PrivateDNSName}}",
    groups: ["system:bootstrappers", "system:nodes"],
  };

  const people = mappings.map(({ roles, groups }) =>
    // The session's name, which is the engineer's, tells them apart in the audit log.
    roles.names.forExpressionForList(
      `{ rolearn = format("arn:aws:iam::%s:role/%s", ${accountId}, val), username = format("%s:{{SessionName}}", val), groups = ${JSON.stringify(groups)} }`,
    ),
  );
  const others = programs.map(({ roleArn, group }) => ({
    rolearn: roleArn,
    username: `${group}:{{SessionName}}`,
    groups: [group],
  }));
  return Fn.jsonencode(Fn.concat([[nodes, ...others], ...people]));
}
