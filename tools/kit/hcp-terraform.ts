/** Where HCP Terraform is, unless a backend names another host. */
export const HCP_TERRAFORM = "app.terraform.io";

/**
 * The environment variable that Terraform takes a host's token from.
 *
 * @see https://developer.hashicorp.com/terraform/cli/config/config-file#environment-variable-credentials
 */
export const tokenVariable = (host: string): string =>
  `TF_TOKEN_${host.replaceAll("-", "__").replaceAll(".", "_")}`;
