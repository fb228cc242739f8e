import { DataAwsIamOpenidConnectProvider } from "@cdktf/provider-aws/lib/data-aws-iam-openid-connect-provider";
import { IamOpenidConnectProvider } from "@cdktf/provider-aws/lib/iam-openid-connect-provider";
import { Construct } from "constructs";

export interface AwsIdentityProviderProps {
  /** Host of HCP Terraform, such as `app.terraform.io`. */
  readonly hostname: string;

  /**
   * True if the account has the provider already: it has room for one per host.
   *
   * @default false
   */
  readonly existing?: boolean;
}

/** Audience of HCP Terraform's tokens. */
export const AUDIENCE = "aws.workload.identity";

/**
 * Makes an AWS account trust HCP Terraform's tokens for runs. An account has one for each host.
 *
 * @see
 * https://developer.hashicorp.com/terraform/cloud-docs/workspaces/dynamic-provider-credentials/aws-configuration
 */
export class AwsIdentityProvider extends Construct {
  readonly arn: string;
  readonly hostname: string;

  constructor(scope: Construct, id: string, { hostname, existing = false }: AwsIdentityProviderProps) {
    super(scope, id);
    this.hostname = hostname;
    const url = `https://${hostname}`;
    this.arn = existing
      ? new DataAwsIamOpenidConnectProvider(this, "provider", { url }).arn
      : new IamOpenidConnectProvider(this, "provider", { url, clientIdList: [AUDIENCE] }).arn;
  }
}
