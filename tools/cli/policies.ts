import { platformCommand } from "../toolbox/platform-command";

export const command = platformCommand(
  {
    name: "policies",
    summary: "Lists the exceptions from policies and the days that each has left, and fails if one is over.",
    args: [],
    options: {},
  },
  async () => {
    const { defineEnvironments, environmentSettings } = await import("../samples/platform");
    const { report } = await import("../checks/policies/report");
    const today = new Date().toISOString().slice(0, 10);
    const { text, isWrong } = report(defineEnvironments(environmentSettings), today);

    console.log(text);
    return isWrong ? 1 : 0;
  },
);
