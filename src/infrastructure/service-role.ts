import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { type Permission, permissionsDocument } from "../constructs/iam-policy";

export interface ServiceRoleProps {
  readonly name: string;
  readonly description: string;

  /** Trust policy document. */
  readonly trust: string;

  /** Names of AWS managed policies. */
  readonly managedPolicies: readonly string[];

  /** @default - none but the managed policies */
  readonly permissions?: readonly Permission[];
}

/** An IAM role that an AWS service assumes. */
export class ServiceRole extends Construct {
  readonly arn: string;
  readonly name: string;

  /** Policies that must be attached before the service uses the role. */
  readonly ready: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: ServiceRoleProps) {
    super(scope, id);
    const { name, description, trust, managedPolicies, permissions = [] } = props;

    const role = new IamRole(this, "role", { name, description, assumeRolePolicy: trust });
    const attachments: ITerraformDependable[] = managedPolicies.map(
      (policy) =>
        new IamRolePolicyAttachment(this, kebabCase(policy), {
          role: role.name,
          policyArn: `arn:aws:iam::aws:policy/${policy}`,
        }),
    );
    if (permissions.length > 0) {
      attachments.push(
        new IamRolePolicy(this, "permissions", {
          name: "permissions",
          role: role.name,
          policy: permissionsDocument(permissions),
        }),
      );
    }

    this.arn = role.arn;
    this.name = role.name;
    this.ready = attachments;
  }
}

/** `AmazonEKS_CNI_Policy` → `amazon-eks-cni-policy`. */
const kebabCase = (name: string) =>
  name
    .replace(/([a-z])([A-Z])|([A-Z])(?=[A-Z][a-z])/g, (match, lower, upper, last) =>
      last ? `${last}-` : lower ? `${lower}-${upper}` : match,
    )
    .replaceAll("_", "-")
    .toLowerCase();
