import { defineCommand } from "../kit/run-command";

export const command = defineCommand(
  {
    name: "deploy-order",
    summary: "Prints which stacks to apply and to plan, in order, as JSON.",
    args: [],
    options: {
      changes: { value: "file", help: "output of npm run changes -- --format json; without it, every stack" },
      environment: { value: "name", help: "prints the list of this environment alone" },
    },
  },
  async ({ options }) => {
    await (await import("../operate/deploy/print-order")).printOrder(options);
    return 0;
  },
);
