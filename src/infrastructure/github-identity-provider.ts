import { IamOpenidConnectProvider } from "@cdktf/provider-aws/lib/iam-openid-connect-provider";
import { Construct } from "constructs";

/** Issuer of the tokens of GitHub Actions. */
export const ISSUER = "token.actions.githubusercontent.com";

/** Audience that the tokens must have. */
export const AUDIENCE = "sts.amazonaws.com";

/**
 * Makes an AWS account trust GitHub's tokens for workflows. An account has one for all repositories.
 *
 * @see https://docs.github.com/en/actions/concepts/security/openid-connect
 */
export class GitHubIdentityProvider extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.arn = new IamOpenidConnectProvider(this, "provider", {
      url: `https://${ISSUER}`,
      clientIdList: [AUDIENCE],
    }).arn;
  }
}
