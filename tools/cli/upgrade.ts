import { defineCommand } from "../kit/run-command";
import { UPGRADE } from "../operate/upgrade/arguments";

export const command = defineCommand(UPGRADE, async (asked) => {
  await import("../../src/constructs/without-stack-traces");
  const { environmentSettings } = await import("../../src/platform/environments");
  const { report } = await import("../operate/upgrade/report");
  const { text, isBlocked } = report(asked, environmentSettings);

  console.log(text);
  return isBlocked ? 1 : 0;
});
