import { CommandError } from "./command-error";
import { runProcess } from "./run-process";

/** GitHub's own program, and the signal that ends it. */
export type GitHub = (...args: readonly string[]) => Promise<string>;

/** Asks GitHub as the job that this runs in: `GH_TOKEN` and `GH_REPO` say as whom and of which repository. */
export const githubOf =
  (project: string, signal: AbortSignal): GitHub =>
  async (...args) => {
    const { code, stdout, stderr } = await runProcess(["gh", ...args], { cwd: project, signal });
    if (code !== 0) {
      throw new CommandError(
        `gh ${args.slice(0, 2).join(" ")}: expected an answer of GitHub, got ${stderr.trim() || code}; run this in a job of GitHub that may do it`,
      );
    }
    return stdout.trim();
  };
