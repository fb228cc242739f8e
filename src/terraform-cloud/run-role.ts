import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { Construct } from "constructs";
import { type Permission, permissionsDocument, policyDocument } from "../constructs/iam-policy";
import { AUDIENCE, type AwsIdentityProvider } from "./aws-identity-provider";

/** Runs that may assume a role. */
export interface Runs {
  readonly organization: string;
  readonly project: string;
  readonly workspaces: readonly string[];
  readonly phase: "plan" | "apply";
}

export interface RunRoleProps {
  readonly name: string;
  readonly description: string;
  readonly identityProvider: AwsIdentityProvider;
  readonly runs: Runs;

  /** Permissions of the role, by purpose. Each becomes a policy, because IAM limits the length of one. */
  readonly permissions: Readonly<Record<string, readonly Permission[]>>;
}

/**
 * An IAM role that only runs of listed workspaces can assume, in one of their phases.
 *
 * @see
 * https://developer.hashicorp.com/terraform/cloud-docs/workspaces/dynamic-provider-credentials/workload-identity-tokens
 */
export class RunRole extends Construct {
  constructor(scope: Construct, id: string, props: RunRoleProps) {
    super(scope, id);
    const { name, description, permissions } = props;
    const role = new IamRole(this, "role", { name, description, assumeRolePolicy: trust(props) });

    for (const [purpose, allowed] of Object.entries(permissions)) {
      const policy = new IamPolicy(this, purpose, {
        name: `${name}-${purpose}`,
        description: `${description}: ${purpose}`,
        policy: permissionsDocument(allowed),
      });
      new IamRolePolicyAttachment(this, `${purpose}-attachment`, { role: role.name, policyArn: policy.arn });
    }
  }
}

export interface RunRolesProps {
  readonly names: Readonly<Record<Runs["phase"], string>>;

  /** Runs that assume the roles, as in "Plans of …". */
  readonly of: string;
  readonly identityProvider: AwsIdentityProvider;
  readonly runs: Omit<Runs, "phase">;
  readonly permissions: Readonly<Record<Runs["phase"], RunRoleProps["permissions"]>>;
}

/** Adds the roles of both phases of runs, `plan` and `apply`, with a suffix to tell them from others of the scope. */
export function addRunRoles(scope: Construct, suffix: string, props: RunRolesProps): void {
  const { names, of, identityProvider, runs, permissions } = props;

  for (const [phase, title] of [
    ["plan", "Plans"],
    ["apply", "Applies"],
  ] as const) {
    new RunRole(scope, `${phase}${suffix}`, {
      name: names[phase],
      description: `${title} of ${of}`,
      identityProvider,
      runs: { ...runs, phase },
      permissions: permissions[phase],
    });
  }
}

function trust({ identityProvider: { arn, hostname }, runs }: RunRoleProps): string {
  const { organization, project, workspaces, phase } = runs;
  const subjects = workspaces.map(
    (workspace) =>
      `organization:${organization}:project:${project}:workspace:${workspace}:run_phase:${phase}`,
  );

  return policyDocument([
    {
      Effect: "Allow",
      Principal: { Federated: arn },
      Action: ["sts:AssumeRoleWithWebIdentity"],
      Condition: { StringEquals: { [`${hostname}:aud`]: AUDIENCE, [`${hostname}:sub`]: subjects } },
    },
  ]);
}
