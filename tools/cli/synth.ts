import { defineCommand } from "../kit/run-command";
import { argumentsOf, SYNTH } from "../operate/synth/arguments";
import { synth } from "../operate/synth/synth";

export const command = defineCommand(SYNTH, async (asked) => {
  const { code, stderr } = await synth(argumentsOf(asked), process.env.npm_config_loglevel === "silent");
  if (stderr !== undefined) {
    console.error(stderr);
  }
  return code;
});
