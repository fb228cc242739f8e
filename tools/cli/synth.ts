import { defineCommand } from "../kit/run-command";
import { argumentsOf, SYNTH, tenantsArgumentsOf } from "../operate/synth/arguments";
import { synth } from "../operate/synth/synth";
import { synthTenants } from "../operate/synth/synth-tenants";

const isSilent = process.env.npm_config_loglevel === "silent";

export const command = defineCommand(SYNTH, async (asked, signal) => {
  const ofTenants = tenantsArgumentsOf(asked);
  const { code, stderr } =
    ofTenants === undefined
      ? await synth(argumentsOf(asked), isSilent)
      : await synthTenants(ofTenants, isSilent, signal);
  if (stderr !== undefined) {
    console.error(stderr);
  }
  return code;
});
