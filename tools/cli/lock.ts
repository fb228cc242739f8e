import { defineCommand } from "../kit/run-command";
import { LOCK } from "../operate/lock/arguments";

export const command = defineCommand(LOCK, async ({ options }, signal) => {
  await import("../../src/constructs/without-stack-traces");
  const { lock } = await import("../operate/lock/lock");
  return lock(options.mirror, signal);
});
