import { runCommand } from "../kit/run-command";
import { synth } from "../operate/synth/synth";

/** Synthesises a platform: `npm run synth -- --help`. */
void runCommand(async () => {
  const { code, stdout, stderr } = await synth(
    process.argv.slice(2),
    process.env.npm_config_loglevel === "silent",
  );
  if (stdout !== undefined) {
    console.log(stdout);
  }
  if (stderr !== undefined) {
    console.error(stderr);
  }
  return code;
});
