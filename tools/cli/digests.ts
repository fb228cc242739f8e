import { defineCommand } from "../kit/run-command";
import { DIGESTS } from "../operate/digests/arguments";

export const command = defineCommand(DIGESTS, async (_, signal) => {
  const { writeDigests } = await import("../operate/digests/write-digests");
  return writeDigests(signal);
});
