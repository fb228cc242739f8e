import { DataAwsIamOpenidConnectProvider } from "@cdktf/provider-aws/lib/data-aws-iam-openid-connect-provider";
import { IamOpenidConnectProvider } from "@cdktf/provider-aws/lib/iam-openid-connect-provider";
import { Construct } from "constructs";

export interface AwsIdentityProviderProps {
  /** Host of HCP Terraform, such as `app.terraform.io`. */
  readonly hostname: string;

  /**
   * Whether the account has it already: it has room for one per host.
   *
   * @default false
   */
  readonly existing?: boolean;
}

/** Whom HCP Terraform's tokens are made out to. */
export const AUDIENCE = "aws.workload.identity";

/**
 * Has an AWS account believe what HCP Terraform says about its runs. An account has one for each host.
 *
 * @see https://developer.hashicorp.com/terraform/cloud-docs/workspaces/dynamic-provider-credentials/aws-configuration
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
