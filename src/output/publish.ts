import { existsSync, lstatSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { dirname, join, sep } from "node:path";

const STAGING = ".staging-";

/** An empty folder inside `outdir` for output in progress. Removes those of processes that died. */
export function openStaging(outdir: string): string {
  mkdirSync(outdir, { recursive: true });
  const abandoned = readdirSync(outdir).filter(
    (name) => name.startsWith(STAGING) && !isAnotherProcess(Number(name.slice(STAGING.length))),
  );
  for (const name of abandoned) {
    rmSync(join(outdir, name), { recursive: true, force: true });
  }

  const staging = join(outdir, `${STAGING}${process.pid}`);
  mkdirSync(staging);
  return staging;
}

/** Stacks of the output that this synth does not have: an earlier one's leftovers, or another part of the platform. */
export type Others = "go" | "stay";

/** Folders of the output that stay. */
interface Remaining {
  /** Stacks that the output has already as they are now. */
  readonly kept: ReadonlySet<string>;
  readonly others: Others;
}

/**
 * Moves finished output to the place of the previous one: a new stack's folder as a whole, all else file by file. Each
 * rename is atomic, and a file is published after those that it refers to. Terraform's own files in a stack's folder
 * stay: `.terraform`, and a lock file that this synth does not write.
 */
export function publish(staging: string, outdir: string, { kept, others }: Remaining): void {
  const made = new Set(namesIn(join(staging, STACKS)));
  const moved = moveNewStacks(staging, outdir);
  const files = filesIn(staging).sort((a, b) => depth(b) - depth(a));
  for (const file of files) {
    const target = join(outdir, file);
    mkdirSync(dirname(target), { recursive: true });
    renameSync(join(staging, file), target);
  }
  const published = new Set(files.map((file) => join(outdir, file)));
  namesIn(join(outdir, STACKS))
    .filter((name) => !moved.has(name) && !kept.has(name) && (others === "go" || made.has(name)))
    .forEach((name) => removeLeftovers(join(outdir, STACKS, name), published));
}

/** Folder of the output that holds a folder for each stack. */
const STACKS = "stacks";

/** Moves the folders of stacks that the output does not have yet. One rename is quicker than one for each file. */
function moveNewStacks(staging: string, outdir: string): ReadonlySet<string> {
  mkdirSync(join(outdir, STACKS), { recursive: true });
  const present = new Set(readdirSync(join(outdir, STACKS)));
  const moved = namesIn(join(staging, STACKS)).filter((name) => !present.has(name));
  moved.forEach((name) => renameSync(join(staging, STACKS, name), join(outdir, STACKS, name)));
  return new Set(moved);
}

const namesIn = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder) : []);

/**
 * Depth of a file. The deepest come first: assets, then the configuration that refers to them, then the
 * manifest that lists it.
 */
const depth = (file: string): number => file.split(sep).length;

/**
 * Removes files of a stack's folder that an earlier synth made and this one did not: those of a removed stack, and
 * assets that changed.
 */
function removeLeftovers(folder: string, published: ReadonlySet<string>): void {
  prune(join(folder, "cdk.tf.json"), published);
  prune(join(folder, "assets"), published);
  removeIfEmpty(folder);
}

function prune(path: string, keep: ReadonlySet<string>): void {
  if (!existsSync(path)) {
    return;
  }
  if (lstatSync(path).isDirectory()) {
    readdirSync(path).forEach((name) => prune(join(path, name), keep));
    removeIfEmpty(path);
  } else if (!keep.has(path)) {
    rmSync(path);
  }
}

function removeIfEmpty(folder: string): void {
  if (readdirSync(folder).length === 0) {
    rmdirSync(folder);
  }
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    lstatSync(join(folder, name)).isFile(),
  );

function isAnotherProcess(pid: number): boolean {
  try {
    return pid !== process.pid && process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
