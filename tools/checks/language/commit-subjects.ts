import { CommandError } from "../../kit/command-error";
import { runProcess } from "../../kit/run-process";

/** Characters that Git's own tools show of a subject. */
const LONGEST_SUBJECT = 72;

/**
 * Commits after a ref whose subjects are too long, each as a line to print.
 *
 * @throws CommandError if the checkout has no such ref
 */
export async function longSubjects(project: string, since: string, signal: AbortSignal): Promise<string[]> {
  const log = ["git", "log", "--no-merges", "--format=%h %s", `${since}..HEAD`, "--"];
  const { code, stdout } = await runProcess(log, { cwd: project, signal });
  if (code !== 0) {
    throw new CommandError(
      `--since: expected a git ref, got "${since}"; name a branch, a tag or a commit that this checkout has`,
    );
  }
  return stdout.split("\n").flatMap((line) => {
    const [, commit, subject = ""] = /^(\S+) (.*)$/.exec(line) ?? [];
    return subject.length > LONGEST_SUBJECT
      ? [`${commit} ${subject}: expected at most ${LONGEST_SUBJECT} characters, got ${subject.length}`]
      : [];
  });
}
