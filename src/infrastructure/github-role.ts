import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Construct } from "constructs";
import { type Permission, permissionsDocument, policyDocument } from "../constructs/iam-policy";
import { AUDIENCE, ISSUER } from "./github-identity-provider";

export type GitHubRoleProps = Role & Workflows;

interface Role {
  readonly name: string;
  readonly description: string;

  /** The account's trust in GitHub's tokens. */
  readonly identityProvider: { readonly arn: string };

  /** Repository whose workflows alone may assume the role: `example/website`. */
  readonly repository: string;
  readonly permissions: readonly Permission[];
}

/** Workflows that may assume the role: those of one branch, or those that run in one environment of GitHub. */
type Workflows = { readonly branch: string } | { readonly environment: string };

/**
 * An IAM role for the workflows of one branch or one environment of one repository, without a secret.
 *
 * @see https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws
 */
export class GitHubRole extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: GitHubRoleProps) {
    super(scope, id);
    const { name, description, permissions } = props;

    const role = new IamRole(this, "role", { name, description, assumeRolePolicy: trust(props) });
    new IamRolePolicy(this, "permissions", {
      name: "permissions",
      role: role.name,
      policy: permissionsDocument(permissions),
    });
    this.arn = role.arn;
  }
}

/** Subject of GitHub's token. Workflows in an environment have no other, whatever their branch. */
const subject = ({ repository, ...workflows }: GitHubRoleProps): string =>
  "branch" in workflows
    ? `repo:${repository}:ref:refs/heads/${workflows.branch}`
    : `repo:${repository}:environment:${workflows.environment}`;

const trust = (props: GitHubRoleProps): string =>
  policyDocument([
    {
      Effect: "Allow",
      Principal: { Federated: props.identityProvider.arn },
      Action: ["sts:AssumeRoleWithWebIdentity"],
      Condition: {
        StringEquals: {
          [`${ISSUER}:aud`]: AUDIENCE,
          // Pull requests, tags, other branches and environments have other subjects, so the role refuses them.
          [`${ISSUER}:sub`]: subject(props),
        },
      },
    },
  ]);
