import { defineCommand } from "../kit/run-command";
import { argumentsOf, DESCRIBE } from "../reports/describe/arguments";

export const command = defineCommand(DESCRIBE, async (asked) => {
  const { defineEnvironments } = await import("../samples/platform");
  const { environmentSettings } = await import("../../src/platform/environments");
  const { describe } = await import("../reports/describe/describe");

  console.log(describe(argumentsOf(asked, defineEnvironments(environmentSettings))));
  return 0;
});
