import { parseAccessFile } from "../../../src/settings/access/access-file";
import { ConfigurationError } from "../../../src/settings/checking/configuration-error";
import { ephemeral } from "../../samples/ephemeral";
import { defineEnvironments, organisation } from "../../samples/platform";
import type { Environment, EnvironmentSettings } from "../../../src/settings/environment/environment";
import { CommandError } from "../../kit/command-error";
import { accessFile, accessPath } from "./access-file";
import { LIST, withEnvironment } from "./environment-list";
import { laidOut, readText, writeFiles } from "./files";
import { creation, runTable } from "./runs";

/**
 * Writes the configuration of an environment, and says which runs make it.
 *
 * @throws CommandError if the id is taken, or the configuration would break a rule; nothing is written
 */
export async function create(
  id: string,
  project: string,
  existing: readonly EnvironmentSettings[],
): Promise<string> {
  if (existing.some(({ name }) => name === id)) {
    throw new CommandError(
      `create: expected an id that is free, got "${id}", which is taken; choose another`,
    );
  }
  const path = accessPath(id);
  const access = accessFile(id);
  const environment = checked(
    ephemeral({
      id,
      cluster: { access: parseAccessFile(path, access, Object.keys(organisation.accessLevels)) },
    }),
    existing,
  );

  const list = await laidOut(project, LIST, withEnvironment(readText(project, LIST), id));
  // The list comes last: with it the environment exists.
  writeFiles(project, { [path]: access, [LIST]: list });

  return `Written down in ${LIST} and ${path}. Try it with npm run synth, commit and merge it.

Then apply, each run once what it waits for is done:

${runTable(creation(environment), "makes")}

  npm run synth
  terraform -chdir=cdktf.out/stacks/<workspace> init
  terraform -chdir=cdktf.out/stacks/<workspace> apply

docs/ephemeral.md says how to sign in.`;
}

/** The new environment, checked by every rule together with those that exist. */
function checked(settings: EnvironmentSettings, existing: readonly EnvironmentSettings[]): Environment {
  try {
    return defineEnvironments([...existing, settings]).at(-1)!;
  } catch (error) {
    throw error instanceof ConfigurationError ? new CommandError(error.message) : error;
  }
}
