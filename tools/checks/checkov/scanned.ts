import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Json } from "../../../src/output/leaves";
import type { Environment } from "../../../src/settings/environment/environment";
import { stackPlaces } from "../../terraform-json/stack-places";
import type { SynthesisedStack } from "../../terraform-json/stack";

/** A folder that checkov looks into, and what its files are. */
export interface Scanned {
  /** How many plans of stacks are among them: those that are newer than the source. */
  readonly plans: number;

  /** The stack that a file is about, without its environment. */
  stackOf(file: string): string;

  /** What was written to a file; nothing where it was only copied. */
  textOf(file: string): string | undefined;
}

const MODULES = "modules";

/** All that checkov reads of a stack. It stumbles over some of the rest. */
const SECTIONS = ["resource", "data", "module", "provider"];

/** Fills a folder with stacks, those of their plans that are current, and the modules that they use. */
export function scannedFolder(
  folder: string,
  stacks: readonly SynthesisedStack[],
  environments: readonly Environment[],
  plansFolder: string,
): Scanned {
  const places = stackPlaces(environments);
  const texts = new Map<string, string>();
  const write = (file: string, json: Json) => {
    const text = JSON.stringify(json, null, 2);
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
    texts.set(file, text);
  };
  for (const { id, json } of stacks) {
    const sections = Object.entries(json).filter(([name]) => SECTIONS.includes(name));
    write(`stacks/${id}/cdk.tf.json`, Object.fromEntries(sections));
  }
  const changed = Math.max(...SOURCES.flatMap(timesIn));
  const current = stacks.filter(({ id }) => timeOf(join(plansFolder, `${id}.json`)) > changed);
  for (const stack of current) {
    write(
      `plans/${stack.id}.json`,
      JSON.parse(readFileSync(join(plansFolder, `${stack.id}.json`), "utf8")) as Json,
    );
  }
  cpSync(MODULES, join(folder, MODULES), { recursive: true });

  return {
    plans: current.length,
    stackOf: (file) => {
      const id = /^(?:stacks|plans)\/([^/.]+)/.exec(file)?.[1] ?? file.replace(/\/[^/]*$/, "");
      return places.get(id)?.name ?? id;
    },
    textOf: (file) => texts.get(file),
  };
}

/** What a plan is made of. One that is older than any of it says nothing about what there is now. */
const SOURCES = ["src", MODULES];

const timesIn = (folder: string): number[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => timeOf(join(folder, name)));

/** When a file was written; before everything else where it is not there. */
const timeOf = (file: string): number => (existsSync(file) ? statSync(file).mtimeMs : -Infinity);
