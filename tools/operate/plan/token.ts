import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isMap, type JsonMap } from "../../terraform-json/json-map";
import { CommandError } from "../../kit/command-error";
import { HCP_TERRAFORM, tokenVariable } from "../../kit/hcp-terraform";

/**
 * Makes sure that Terraform can sign in to the host of a stack's state before it runs.
 *
 * @see https://developer.hashicorp.com/terraform/cli/config/config-file#credentials
 * @throws CommandError if the state is in HCP Terraform and there is no token for it
 */
export function requireToken({ terraform }: JsonMap, env: NodeJS.ProcessEnv): void {
  const cloud = isMap(terraform) ? terraform.cloud : undefined;
  if (!isMap(cloud)) {
    return;
  }
  const host = typeof cloud.hostname === "string" ? cloud.hostname : HCP_TERRAFORM;
  const variable = tokenVariable(host);
  if (!env[variable] && !isInFiles(host, env)) {
    throw new CommandError(
      `${variable}: expected a token for ${host}, got none; set it in the environment, or run terraform login` +
        (host === HCP_TERRAFORM ? "" : ` ${host}`),
    );
  }
}

/** Name of the variable: dots become underscores, and hyphens two of them. */
/**
 * True if a file has a token: that of `terraform login`, or one that the user wrote. A helper program may
 * have one, too.
 */
function isInFiles(host: string, { HOME = "", TF_CLI_CONFIG_FILE }: NodeJS.ProcessEnv): boolean {
  const files = [
    join(HOME, ".terraform.d", "credentials.tfrc.json"),
    TF_CLI_CONFIG_FILE ?? join(HOME, ".terraformrc"),
  ];
  return files
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, "utf8"))
    .some((text) => text.includes(`"${host}"`) || text.includes("credentials_helper"));
}
