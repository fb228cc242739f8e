import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Json } from "../../../src/output/leaves";
import type { Environment } from "../../../src/settings/environment/environment";
import { stackPlaces } from "../../terraform-json/stack-places";
import type { SynthesisedStack } from "../../terraform-json/stack";

/** A folder for Checkov, and the meaning of its files. */
export interface Scanned {
  /** Number of plans among the files: those that are newer than the source. */
  readonly plans: number;

  /** Stack of a file, without its environment. */
  stackOf(file: string): string;

  /** Text that was written to a file; `undefined` for a copy. */
  textOf(file: string): string | undefined;
}

const MODULES = "modules";

/** Sections that Checkov gets of a stack. It fails on some of the others. */
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

/** Sources of a plan. An older plan says nothing about the present code. */
const SOURCES = ["src", MODULES];

const timesIn = (folder: string): number[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => timeOf(join(folder, name)));

/** Time at which a file was written; before everything else if it does not exist. */
const timeOf = (file: string): number => (existsSync(file) ? statSync(file).mtimeMs : -Infinity);
