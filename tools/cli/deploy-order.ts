import { CommandError } from "../kit/command-error";
import { platformCommand } from "../toolbox/platform-command";

const SINCE = "since-last-deploy";

export const command = platformCommand(
  {
    name: "deploy-order",
    summary: "Prints which stacks to apply and to plan, in order, as JSON.",
    args: [],
    options: {
      changes: { value: "file", help: "output of npm run changes -- --format json; without it, every stack" },
      [SINCE]: {
        help: "compares with the last commit that main brought to every environment, for the workflow",
      },
      environment: { value: "name", help: "prints the list of this environment alone" },
    },
  },
  async ({ options }, signal) => {
    if (options.changes !== undefined && options[SINCE]) {
      throw new CommandError(
        `--changes: expected none beside --${SINCE}, got ${options.changes}; leave one out`,
      );
    }
    await (
      await import("../operate/deploy/print-order")
    ).printOrder({
      changes: options.changes,
      environment: options.environment,
      since: options[SINCE] ? signal : undefined,
    });
    return 0;
  },
);
