import { writeFileSync } from "node:fs";
import { inTemporaryFolder } from "../kit/temporary-folder";
import { defineCommand } from "../kit/run-command";
import { ADOPT, argumentsOf } from "../operate/adopt/arguments";

export const command = defineCommand(ADOPT, async (asked) => {
  const { defineEnvironments } = await import("../samples/platform");
  const { environmentSettings } = await import("../../src/platform/environments");
  const { ADOPTED_ADDRESSES } = await import("../../src/platform/adopted-addresses");
  const { stacksOf, synthesisedStacks } = await import("../operate/adopt/successor");
  const { readStates, takeOver } = await import("../operate/adopt/run");
  const { settingsText } = await import("../operate/adopt/settings-text");

  const all = defineEnvironments(environmentSettings);
  const names = new Map(all.map((environment) => [environment.name, stacksOf(environment)]));
  const { environment, files, out } = argumentsOf(asked, names);
  const states = readStates(files);
  return inTemporaryFolder("adopt", (folder) => {
    const environments = synthesisedStacks(all, folder);
    const { adoptions, text, losses } = takeOver(states, {
      environment,
      environments,
      table: ADOPTED_ADDRESSES,
    });
    console.log(text);
    const settings = settingsText(adoptions, environment);
    if (out === undefined) {
      console.log(`\n${settings}`);
    } else {
      writeFileSync(out, settings);
    }
    return Promise.resolve(losses === 0 ? 0 : 1);
  });
});
