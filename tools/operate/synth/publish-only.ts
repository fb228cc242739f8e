import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { LOCK_FILE } from "../../../src/output/lock-file";
import { nearest } from "../../../src/settings/checking/nearest";
import { CommandError } from "../../kit/command-error";

interface Manifest {
  readonly version: string;
  readonly stacks: Readonly<Record<string, { readonly synthesizedStackPath: string }>>;
}

/**
 * Moves the named stacks of a whole synth into a folder. Other stacks of the folder stay, and its manifest lists them
 * after the new ones.
 *
 * @throws CommandError if a name is no stack's; nothing is written
 */
export function publishOnly(names: readonly string[], whole: string, out: string): void {
  const made = manifestIn(whole)!;
  names.forEach((name) => refuseUnknown(name, Object.keys(made.stacks)));

  mkdirSync(join(out, "stacks"), { recursive: true });
  for (const name of names) {
    const target = join(out, "stacks", name);
    mkdirSync(target, { recursive: true });
    rmSync(join(target, "assets"), { recursive: true, force: true });
    const source = join(whole, "stacks", name);
    if (existsSync(join(source, "assets"))) {
      cpSync(join(source, "assets"), join(target, "assets"), { recursive: true });
    }
    if (existsSync(join(source, LOCK_FILE))) {
      renameSync(join(source, LOCK_FILE), join(target, LOCK_FILE));
    }
    renameSync(join(source, "cdk.tf.json"), join(target, "cdk.tf.json"));
  }
  const chosen = Object.fromEntries(names.map((name) => [name, made.stacks[name]!]));
  write(out, { ...made, stacks: { ...chosen, ...withoutKeysOf(manifestIn(out)?.stacks, chosen) } });
}

function refuseUnknown(name: string, known: readonly string[]): void {
  if (!known.includes(name)) {
    const like = nearest(name, known);
    const fix = like ? `did you mean ${like}?` : `there are ${known.join(", ")}`;
    throw new CommandError(`--only: expected a stack, got ${JSON.stringify(name)}; ${fix}`);
  }
}

function manifestIn(folder: string): Manifest | undefined {
  const path = join(folder, "manifest.json");
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Manifest) : undefined;
}

const withoutKeysOf = (all: Manifest["stacks"] = {}, others: object): Manifest["stacks"] =>
  Object.fromEntries(Object.entries(all).filter(([name]) => !(name in others)));

/** Renames a finished file into place, so that a reader never sees half of it. */
function write(out: string, manifest: Manifest): void {
  const path = join(out, "manifest.json");
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, JSON.stringify(manifest, undefined, 2));
  renameSync(`${path}.new`, path);
}
