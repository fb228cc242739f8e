import { CommandError } from "../../kit/command-error";
import { HCP_TERRAFORM } from "../../kit/hcp-terraform";
import type { Environment } from "../../../src/settings/environment/environment";
import type { HcpTerraform } from "../hcp/api";

/** Finds an environment by its name; nothing where the checkout does not have it. */
export const environmentNamed = (
  name: string,
  environments: readonly Environment[],
): Environment | undefined => environments.find((environment) => environment.name === name);

/**
 * Connection to the workspaces of an environment, as this checkout has them. Synthesised stacks name a place too, but those of a pull
 * request could name any host, and the token would follow.
 *
 * @throws CommandError where the environment is elsewhere, or there is no token
 */
export function connectionTo(
  { name, backend }: Environment,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): HcpTerraform {
  if (backend.type !== "cloud") {
    throw new CommandError(
      `${name} backend.type: expected "cloud", whose runs this command starts, got "${backend.type}"; apply its stacks where its state is`,
    );
  }
  const token = env.TFE_TOKEN;
  if (!token) {
    throw new CommandError(
      `TFE_TOKEN: expected a token for the workspaces of ${name}, got none; store it in GitHub as a secret of the environment that the job names (docs/deploying.md)`,
    );
  }
  const { organization, hostname = HCP_TERRAFORM } = backend;
  return { hostname, organization, token, signal };
}
