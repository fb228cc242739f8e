import { DataAwsIamRoles } from "@cdktf/provider-aws/lib/data-aws-iam-roles";
import { Fn, type ListTerraformIterator, TerraformIterator, Token } from "cdktf";
import { Construct } from "constructs";

export interface IamRolesMatchingProps {
  readonly accountId: string;

  /** Names of roles, with their path if they have one. */
  readonly roles: readonly string[];

  /** Regular expressions (RE2) over names of roles. */
  readonly patterns: readonly string[];
}

/**
 * IAM roles of the account: those named, and those that match a pattern at the time of the plan. A role that
 * is both counts once.
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_roles
 * @throws where neither a role nor a pattern is given
 */
export class IamRolesMatching extends Construct {
  /** Makes a resource exist once for every role. */
  readonly each: ListTerraformIterator;

  /** ARN of the role, in a resource that exists once for every role. */
  readonly arn: string;

  /** Names without paths. */
  readonly names: ListTerraformIterator;

  constructor(scope: Construct, id: string, { accountId, roles, patterns }: IamRolesMatchingProps) {
    super(scope, id);
    if (roles.length + patterns.length === 0) {
      throw new Error(
        `${this.node.path}: expected a role or a pattern, got neither; leave the construct out`,
      );
    }

    const sets: RoleSet[] = [];
    if (roles.length > 0) {
      sets.push({
        arns: Token.asList(Fn.formatlist("arn:aws:iam::%s:role/%s", [accountId, roles])),
        names: roles.map(withoutPath),
      });
    }
    if (patterns.length > 0) {
      sets.push(new DataAwsIamRoles(this, "matching", { nameRegex: patterns.join("|") }));
    }

    this.each = union(sets.map(({ arns }) => arns));
    this.arn = Token.asString(this.each.value);
    this.names = union(sets.map(({ names }) => names));
  }
}

interface RoleSet {
  readonly arns: string[];
  readonly names: string[];
}

const withoutPath = (role: string): string => role.slice(role.lastIndexOf("/") + 1);

function union([first, ...others]: string[][]): ListTerraformIterator {
  return TerraformIterator.fromList(others.length > 0 ? Fn.setunion(first!, others) : first!);
}
