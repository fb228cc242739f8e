import "../../../src/constructs/without-stack-traces";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { environmentSettings } from "../../../src/platform/environments";
import type { Environment } from "../../../src/settings/environment/environment";
import type { Asked } from "../../kit/command";
import { defineEnvironments } from "../../samples/platform";
import { argumentsOf, type GRAPH } from "./arguments";
import { stacksOfEnvironment } from "./environment-stacks";
import { mermaidBlock, pageOf, picturesOf } from "./pictures";
import { withPicture } from "./readme";
import { stacksPicture } from "./stacks-picture";

const README = "README.md";

/** Environment in the README: the others begin from its settings. */
const SHOWN = "production";

const contentOf = (file: string): string => (existsSync(file) ? readFileSync(file, "utf8") : "");

/** Every file that shows an environment, by path, as it should be. */
async function filesOf(environment: Environment): Promise<Map<string, string>> {
  const { name } = environment;
  const stacks = await stacksOfEnvironment(environment);
  const files = await picturesOf(environment, stacks);
  if (name === SHOWN) {
    files.set(README, withPicture(README, contentOf(README), mermaidBlock(stacksPicture(name, stacks))));
  }
  return files;
}

/** Draws pictures, or names those that are stale and returns 1. */
export async function draw(wanted: Asked<typeof GRAPH.options>): Promise<number> {
  const environments = defineEnvironments(environmentSettings);
  const { environment: asked, check } = argumentsOf(
    wanted,
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
}
