import type { GitHub } from "../../kit/github";
import { runProcess } from "../../kit/run-process";
import type { Report } from "../../reports/changes/report";

export interface Since {
  readonly project: string;
  readonly signal: AbortSignal;
  readonly github: GitHub;

  /** Tells the workflow why nothing is compared. */
  readonly notice: (text: string) => void;
}

const LAST_SUCCESS = ["--workflow", "deploy.yml", "--branch", "main", "--status", "success", "--limit", "1"];

/** Codes of `npm run changes`: without changes that destroy, and with some. */
const COMPARED = [0, 2];

/**
 * Changes since the commit that was last brought to every environment. Nothing where no such commit can be compared with
 * this one: all stacks are planned then, which takes longer and leaves nothing out.
 */
export async function changesSinceLastDeploy(since: Since): Promise<Report | undefined> {
  const { project, signal, github, notice } = since;
  const runs = JSON.parse(
    (await github("run", "list", ...LAST_SUCCESS, "--json", "headSha")) || "[]",
  ) as readonly { readonly headSha: string }[];
  const base = runs[0]?.headSha;
  const run = (...command: string[]) => runProcess(command, { cwd: project, signal });

  if (base !== undefined && (await run("git", "merge-base", "--is-ancestor", base, "HEAD")).code === 0) {
    const { code, stdout } = await run(
      ...["npm", "run", "--silent", "changes", "--", "--base", base, "--format", "json"],
    );
    if (COMPARED.includes(code)) {
      return JSON.parse(stdout) as Report;
    }
  }
  notice("no earlier deploy can be compared with this commit, so every stack is planned");
  return undefined;
}
