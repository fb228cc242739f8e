import { defineCommand } from "../kit/run-command";

export const command = defineCommand(
  {
    name: "plan-comment",
    summary: "Prints the comment on a pull request from the files of its jobs.",
    args: [
      {
        name: "changes",
        help: "Markdown of npm run changes; without it, changes.markdown",
        count: "optional",
      },
      { name: "order", help: "output of npm run deploy-order; without it, order.json", count: "optional" },
      { name: "rows", help: "folder with a row of each planned stack; without it, rows", count: "optional" },
    ],
    options: {},
  },
  async ({ args: [changes, order, rows] }) => {
    console.log((await import("../operate/deploy/read-comment")).readComment({ changes, order, rows }));
    return 0;
  },
);
