import { defineCommand } from "../kit/run-command";
import { argumentsOf, RUNS } from "../operate/runs/arguments";

export const command = defineCommand(RUNS, async (asked, signal) =>
  (await import("../operate/runs/start")).start(argumentsOf(asked), signal),
);
