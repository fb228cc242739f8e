import { CommandError } from "../../kit/command-error";
import type { Run } from "../hcp/run";

/** Workflow run that starts runs of HCP Terraform, as GitHub names it to its jobs. */
export interface Origin {
  readonly message: string;

  /** Tells runs that a workflow of this repository has started from those of people. */
  readonly isOurs: (run: Run) => boolean;
}

/** @throws CommandError outside a workflow */
export function originOf(env: NodeJS.ProcessEnv): Origin {
  const { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID, GITHUB_SHA } = env;
  if (!GITHUB_SERVER_URL || !GITHUB_REPOSITORY || !GITHUB_RUN_ID || !GITHUB_SHA) {
    throw new CommandError(
      "GITHUB_RUN_ID: expected a workflow of GitHub, got none; on your machine use npm run plan -- <stack>",
    );
  }
  const workflow = `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/`;
  return {
    message: `${GITHUB_SHA} (${workflow}${GITHUB_RUN_ID})`,
    isOurs: ({ message }) => /^[0-9a-f]{40} \(/.test(message) && message.includes(` (${workflow}`),
  };
}
