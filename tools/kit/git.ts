import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CommandError } from "./command-error";
import { runProcess } from "./run-process";

/** A git checkout, to be asked until the signal. */
export interface Checkout {
  readonly project: string;
  readonly signal: AbortSignal;
}

/** What git prints, or nothing where it refuses. */
async function git({ project, signal }: Checkout, ...args: string[]): Promise<string | undefined> {
  const { code, stdout } = await runProcess(["git", ...args], { cwd: project, signal });
  if (code === 127) {
    throw new CommandError("git: expected it on the PATH, got none; install it");
  }
  return code === 0 ? stdout.trimEnd() : undefined;
}

/** A commit to compare with, and what people call it. */
export interface Base {
  readonly name: string;
  readonly commit: string;
}

/**
 * The commit where the work in this checkout left a branch, so that what others have merged since is not taken for
 * something that the work removes.
 *
 * @throws CommandError where the project is no git checkout, or has no such ref
 */
export async function findBase(checkout: Checkout, ref: string | undefined): Promise<Base> {
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
      ? "--base: expected a branch origin/main or main, got neither; name what to compare with"
      : `--base: expected a git ref, got "${ref}"; name a branch, a tag or a commit that this checkout has (git fetch)`,
  );
}

/** Whether a file is the same in a commit as on disk. */
export const isUnchanged = async (checkout: Checkout, commit: string, file: string): Promise<boolean> =>
  (await git(checkout, "diff", "--quiet", commit, "--", file)) !== undefined;

/** Gives `use` a folder with a commit checked out, away from the project, and removes it whatever happens. */
export async function withWorktree<T>(
  checkout: Checkout,
  commit: string,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const scratch = mkdtempSync(join(tmpdir(), "changes-"));
  const folder = join(scratch, "base");
  // Hooks of whoever runs this are not meant for a throw-away checkout.
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
