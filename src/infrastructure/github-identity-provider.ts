import { IamOpenidConnectProvider } from "@cdktf/provider-aws/lib/iam-openid-connect-provider";
import { Construct } from "constructs";

/** Who signs the tokens of GitHub Actions. */
export const ISSUER = "token.actions.githubusercontent.com";

/** Whom they must be made out to. */
export const AUDIENCE = "sts.amazonaws.com";

/**
 * Has an AWS account believe what GitHub says about its workflows. An account has one for all repositories.
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
