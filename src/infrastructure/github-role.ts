import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Construct } from "constructs";
import { type Permission, permissionsDocument, policyDocument } from "../constructs/iam-policy";
import { AUDIENCE, type GitHubIdentityProvider, ISSUER } from "./github-identity-provider";

export interface GitHubRoleProps {
  readonly name: string;
  readonly description: string;
  readonly identityProvider: GitHubIdentityProvider;

  /** Repository whose workflows alone may assume the role: `example/website`. */
  readonly repository: string;

  /** Branch that the workflows must run on. */
  readonly branch: string;
  readonly permissions: readonly Permission[];
}

/**
 * An IAM role for the workflows of one branch of one repository, without a secret.
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

const trust = ({ identityProvider, repository, branch }: GitHubRoleProps): string =>
  policyDocument([
    {
      Effect: "Allow",
      Principal: { Federated: identityProvider.arn },
      Action: ["sts:AssumeRoleWithWebIdentity"],
      Condition: {
        StringEquals: {
          [`${ISSUER}:aud`]: AUDIENCE,
          // Pull requests, tags and environments have other subjects, so the role refuses them.
          [`${ISSUER}:sub`]: `repo:${repository}:ref:refs/heads/${branch}`,
        },
      },
    },
  ]);
