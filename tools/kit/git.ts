import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CommandError } from "./command-error";
import { runProcess } from "./run-process";

/** A git checkout, and the signal that ends its commands. */
export interface Checkout {
  readonly project: string;
  readonly signal: AbortSignal;
}

/** Output of git, or `undefined` if it refuses. */
async function git({ project, signal }: Checkout, ...args: string[]): Promise<string | undefined> {
  const { code, stdout } = await runProcess(["git", ...args], { cwd: project, signal });
  if (code === 127) {
    throw new CommandError("git: expected it on the PATH, got none; install it");
  }
  return code === 0 ? stdout.trimEnd() : undefined;
}

/** A commit to compare with, and its readable name. */
export interface Base {
  readonly name: string;
  readonly commit: string;
}

/**
 * Commit where the work in this checkout left a branch, so that later merges to the branch do not look like
 * removals.
 *
 * @param option - of the command that names the ref
 * @throws CommandError if the project is no git checkout, or has no such ref
 */
export async function findBase(
  checkout: Checkout,
  ref: string | undefined,
  option = "--base",
): Promise<Base> {
  const root = await git(checkout, "rev-parse", "--show-toplevel");
  if (root === undefined || realpathSync(root) !== realpathSync(checkout.project)) {
    throw new CommandError(
      `${checkout.project}: expected the root of a git checkout, got none; clone the repository`,
    );
  }
  for (const candidate of ref === undefined ? ["origin/main", "main"] : [ref]) {
    const tip = await git(
      checkout,
      ...["rev-parse", "--verify", "--quiet", "--end-of-options", `${candidate}^{commit}`],
    );
    if (tip !== undefined) {
      const commit = (await git(checkout, "merge-base", "HEAD", tip)) ?? tip;
      const short = commit.slice(0, 7);
      return { commit, name: candidate.startsWith(short) ? short : `${candidate} (${short})` };
    }
  }
  throw new CommandError(
    ref === undefined
      ? `${option}: expected a branch origin/main or main, got neither; name what to compare with`
      : `${option}: expected a git ref, got "${ref}"; name a branch, a tag or a commit that this checkout has (git fetch)`,
  );
}

/** Files that differ between a commit and the disk, new ones among them. */
export async function changedFiles(checkout: Checkout, commit: string): Promise<string[]> {
  const [changed = "", added = ""] = await Promise.all([
    git(checkout, "-c", "core.quotePath=false", "diff", "--name-only", "--no-renames", "-z", commit, "--"),
    git(checkout, "ls-files", "--others", "--exclude-standard", "-z"),
  ]);
  return `${changed}\0${added}`.split("\0").filter((name) => name !== "");
}

/** Text of a file as a commit has it, or `undefined` if it has none. */
export const textAt = (checkout: Checkout, commit: string, file: string): Promise<string | undefined> =>
  git(checkout, "show", `${commit}:${file}`);

/** True if a file is the same in a commit as on disk. */
export const isUnchanged = async (checkout: Checkout, commit: string, file: string): Promise<boolean> =>
  (await git(checkout, "diff", "--quiet", commit, "--", file)) !== undefined;

/** Gives `use` a folder with a commit checked out, away from the project, and removes it in any case. */
export async function withWorktree<T>(
  checkout: Checkout,
  commit: string,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const scratch = mkdtempSync(join(tmpdir(), "changes-"));
  const folder = join(scratch, "base");
  // The user's own hooks are not meant for a throw-away checkout.
  const add = ["-c", "core.hooksPath=/dev/null", "worktree", "add", "--detach", folder, commit];
  try {
    if ((await git(checkout, ...add)) === undefined) {
      throw new CommandError(
        `git worktree add ${folder}: expected a checkout, got an error; try git worktree prune`,
      );
    }
    return await use(folder);
  } finally {
    const uninterrupted = { ...checkout, signal: new AbortController().signal };
    await git(uninterrupted, "worktree", "remove", "--force", folder);
    rmSync(scratch, { recursive: true, force: true });
  }
}
