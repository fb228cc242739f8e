import { CommandError } from "../kit/command-error";
import { defineCommand } from "../kit/run-command";

export const command = defineCommand(
  {
    name: "drift",
    summary:
      "Keeps one issue of GitHub about what differs from what was deployed, for the workflow: docs/deploying.md.",
    args: [],
    options: {
      plan: { value: "list", help: "jobs that planned, as npm run deploy-order prints them" },
      rows: { value: "folder", help: "folder with a row of each planned stack; without it, rows" },
      deployed: { value: "commit", help: "commit that was deployed" },
      label: { value: "label", help: "label of the issue; without it, drift" },
    },
  },
  async ({ options: { plan = "[]", rows = "rows", deployed = "", label = "drift" } }, signal) => {
    const { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID } = process.env;
    if (!GITHUB_RUN_ID) {
      throw new CommandError(
        "GITHUB_RUN_ID: expected a workflow of GitHub, got none; to see drift on your machine use npm run plan -- <stack>",
      );
    }
    const [{ githubOf }, { driftIn }, { keepIssue }] = await Promise.all([
      import("../kit/github"),
      import("../operate/drift/drift"),
      import("../operate/drift/issue"),
    ]);
    const stacks = (JSON.parse(plan) as readonly { readonly stacks: readonly string[] }[]).flatMap(
      (job) => job.stacks,
    );
    await keepIssue(githubOf(process.cwd(), signal), {
      rows: driftIn(stacks, rows),
      deployed,
      label,
      run: `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}`,
    });
    return 0;
  },
);
