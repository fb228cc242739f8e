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

/**
 * Moves finished output to the place of the previous one: a new stack's folder as a whole, all else file by file. Each
 * rename is atomic, and a file is published after those that it refers to. Terraform's own files in a stack's folder
 * stay: `.terraform`, and a lock file that this synth does not write.
 *
 * @param kept - names of stacks whose folders stay as they are
 */
export function publish(staging: string, outdir: string, kept: ReadonlySet<string>): void {
  const moved = moveNewStacks(staging, outdir);
  const files = filesIn(staging).sort((a, b) => depth(b) - depth(a));
  for (const file of files) {
    const target = join(outdir, file);
    mkdirSync(dirname(target), { recursive: true });
    renameSync(join(staging, file), target);
  }
  removeLeftovers(outdir, new Set([...moved, ...kept]), new Set(files.map((file) => join(outdir, file))));
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
 * Removes files that an earlier synth made and this one did not: those of removed stacks, and assets that
 * changed.
 */
function removeLeftovers(
  outdir: string,
  current: ReadonlySet<string>,
  published: ReadonlySet<string>,
): void {
  for (const stack of readdirSync(join(outdir, STACKS)).filter((name) => !current.has(name))) {
    const folder = join(outdir, STACKS, stack);
    prune(join(folder, "cdk.tf.json"), published);
    prune(join(folder, "assets"), published);
    removeIfEmpty(folder);
  }
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
