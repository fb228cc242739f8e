import { platformCommand } from "../toolbox/platform-command";
import { UPGRADE } from "../operate/upgrade/arguments";

export const command = platformCommand(UPGRADE, async (asked) => {
  await import("../../src/constructs/without-stack-traces");
  const { environmentSettings } = await import("../samples/platform");
  const { report } = await import("../operate/upgrade/report");
  const { text, isBlocked } = report(asked, environmentSettings);

  console.log(text);
  return isBlocked ? 1 : 0;
});
