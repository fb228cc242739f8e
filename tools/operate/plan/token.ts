import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { asMap, isMap, type JsonMap } from "../../terraform-json/json-map";
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
  if (tokenFor(host, env) === undefined && !isInFiles(host, env)) {
    throw new CommandError(
      `${variable}: expected a token for ${host}, got none; set it in the environment, or run terraform login` +
        (host === HCP_TERRAFORM ? "" : ` ${host}`),
    );
  }
}

/** Token for a host, from the environment or from where `terraform login` writes it. */
export function tokenFor(host: string, env: NodeJS.ProcessEnv): string | undefined {
  const ofEnvironment = env[tokenVariable(host)];
  if (ofEnvironment) {
    return ofEnvironment;
  }
  const [login] = filesOf(env);
  if (login === undefined || !existsSync(login)) {
    return undefined;
  }
  try {
    const { token } = asMap(asMap((JSON.parse(readFileSync(login, "utf8")) as JsonMap).credentials)[host]);
    return typeof token === "string" ? token : undefined;
  } catch {
    // Terraform itself says what is wrong with the file.
    return undefined;
  }
}

/** Files with tokens: that of `terraform login` first, then the one that people write. */
const filesOf = ({ HOME = "", TF_CLI_CONFIG_FILE }: NodeJS.ProcessEnv): string[] => [
  join(HOME, ".terraform.d", "credentials.tfrc.json"),
  TF_CLI_CONFIG_FILE ?? join(HOME, ".terraformrc"),
];

/** Says that a file names the host, or a helper program that may have a token for it. */
const isInFiles = (host: string, env: NodeJS.ProcessEnv): boolean =>
  filesOf(env)
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, "utf8"))
    .some((text) => text.includes(`"${host}"`) || text.includes("credentials_helper"));
