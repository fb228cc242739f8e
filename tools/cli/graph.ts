import "../../src/constructs/without-stack-traces";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { defineEnvironments } from "../samples/platform";
import type { Environment } from "../../src/settings/environment/environment";
import { environmentSettings } from "../../src/platform/environments";
import { argumentsOf } from "../reports/graph/arguments";
import { synthesise } from "../reports/graph/environment-stacks";
import { mermaidBlock, pageOf, picturesOf } from "../reports/graph/pictures";
import { withPicture } from "../reports/graph/readme";
import { stacksPicture } from "../reports/graph/stacks-picture";
import { runCommand } from "../kit/run-command";

const README = "README.md";

/** Environment in the README: its settings are the defaults that others begin from. */
const SHOWN = "production";

const contentOf = (file: string): string => (existsSync(file) ? readFileSync(file, "utf8") : "");

/** Expected content of every file that shows an environment, by path. */
async function filesOf(environment: Environment): Promise<Map<string, string>> {
  const { name } = environment;
  const stacks = synthesise(environment);
  const files = await picturesOf(environment, stacks);
  if (name === SHOWN) {
    files.set(README, withPicture(README, contentOf(README), mermaidBlock(stacksPicture(name, stacks))));
  }
  return files;
}

void runCommand(async () => {
  const environments = defineEnvironments(environmentSettings);
  const { environment: asked, check } = argumentsOf(
    process.argv.slice(2),
    environments.map(({ name }) => name),
  );
  const isDrawn = (name: string) =>
    asked === undefined ? name === SHOWN || existsSync(pageOf(name)) : name === asked;

  const files = await Promise.all(environments.filter(({ name }) => isDrawn(name)).map(filesOf));
  const stale = files.flatMap((ofOne) => [...ofOne]).filter(([file, content]) => contentOf(file) !== content);
  if (check && stale.length > 0) {
    console.error(
      `not as synthesised: ${stale.map(([file]) => file).join(", ")}; run npm run graph and commit`,
    );
    return 1;
  }
  for (const [file, content] of stale) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return 0;
});
