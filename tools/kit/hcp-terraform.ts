/** Host of HCP Terraform, unless a backend names another. */
export const HCP_TERRAFORM = "app.terraform.io";

/**
 * Environment variable from which Terraform takes a host's token.
 *
 * @see https://developer.hashicorp.com/terraform/cli/config/config-file#environment-variable-credentials
 */
export const tokenVariable = (host: string): string =>
  `TF_TOKEN_${host.replaceAll("-", "__").replaceAll(".", "_")}`;
