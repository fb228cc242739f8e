import { platformCommand } from "../toolbox/platform-command";
import { argumentsOf, RUNS } from "../operate/runs/arguments";

export const command = platformCommand(RUNS, async (asked, signal) =>
  (await import("../operate/runs/start")).start(argumentsOf(asked), signal),
);
