import { platformCommand } from "../toolbox/platform-command";
import { argumentsOf, DESCRIBE } from "../reports/describe/arguments";

export const command = platformCommand(DESCRIBE, async (asked) => {
  const { defineEnvironments, environmentSettings } = await import("../samples/platform");
  const { describe } = await import("../reports/describe/describe");

  console.log(describe(argumentsOf(asked, defineEnvironments(environmentSettings))));
  return 0;
});
