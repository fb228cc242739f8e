import { defineCommand } from "../kit/run-command";

export const command = defineCommand(
  {
    name: "workspaces",
    summary: "Prints, as JSON, the stacks that have a workspace in HCP Terraform. Needs a token for it.",
    args: [],
    options: {},
  },
  async () => {
    await (await import("../operate/deploy/print-workspaces")).printWorkspaces();
    return 0;
  },
);
