import { ConfigurationError } from "../../../src/settings/checking/configuration-error";
import { defineEnvironment } from "../../samples/platform";
import {
  EPHEMERAL_NAME,
  type Environment,
  type EnvironmentSettings,
} from "../../../src/settings/environment/environment";
import { workspacesOf } from "../../../src/settings/organisation/terraform-cloud";
import { CommandError } from "../../kit/command-error";
import { accessPath } from "./access-file";
import { cleanUp } from "./clean-up";
import { LIST, withoutEnvironment } from "./environment-list";
import { laidOut, readText, writeFiles } from "./files";
import { leftovers } from "./leftovers";
import { destruction, runTable } from "./runs";

/**
 * Says how to destroy an environment without leftovers. Writes nothing: the configuration is needed until
 * everything is gone.
 *
 * @throws CommandError if there is no such environment
 */
export function destroy(id: string, existing: readonly EnvironmentSettings[]): string {
  const environment = find(id, existing);
  const { account } = workspacesOf(environment);

  return `1. Let the controllers remove what they made in AWS, which Terraform does not know. Each command waits for them;
   one that fails was too early or hangs on something: look at it before you go on.

${indented(environment.clusters.map((cluster) => cleanUp(cluster, account)).join("\n"))}

2. Destroy, each run once what it waits for is done:

${indented(runTable(destruction(environment), "destroys"))}

     npm run synth
     terraform -chdir=cdktf.out/stacks/<workspace> init
     terraform -chdir=cdktf.out/stacks/<workspace> destroy

3. Remove names that outlive their owner:

${indented(environment.clusters.map(leftovers).join("\n"))}

4. npm run ephemeral -- destroy ${id} --finish`;
}

/**
 * Removes the configuration of a destroyed environment.
 *
 * @throws CommandError if there is no such environment
 */
export async function finish(
  id: string,
  project: string,
  existing: readonly EnvironmentSettings[],
): Promise<string> {
  const { secretsRecoveryDays } = find(id, existing);
  const path = accessPath(id);
  const list = await laidOut(project, LIST, withoutEnvironment(readText(project, LIST), id));
  writeFiles(project, { [LIST]: list, [path]: undefined });

  return `Removed from ${LIST}, with ${path}. Commit and merge it, then apply tfc-configuration, which removes the
workspaces and the project; HCP Terraform refuses where a state is not empty.

The id can be used again in ${secretsRecoveryDays} days, when AWS has forgotten its secrets.`;
}

function find(id: string, existing: readonly EnvironmentSettings[]): Environment {
  const settings = existing.find(({ name }) => name === id);
  if (settings === undefined) {
    const ids = existing.map(({ name }) => name).filter((name) => EPHEMERAL_NAME.test(name));
    const known =
      ids.length > 0 ? `one of ${ids.join(", ")}` : "an ephemeral environment, of which there is none";
    throw new CommandError(`destroy: expected ${known}, got "${id}"; they are listed in ${LIST}`);
  }
  try {
    return defineEnvironment(settings);
  } catch (error) {
    throw error instanceof ConfigurationError ? new CommandError(error.message) : error;
  }
}

const indented = (text: string): string => text.replace(/^(?=.)/gm, "     ");
