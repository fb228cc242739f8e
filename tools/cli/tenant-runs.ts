import { platformCommand } from "../toolbox/platform-command";
import { TENANT_RUNS } from "../operate/tenant-runs/arguments";

export const command = platformCommand(TENANT_RUNS, async (asked, signal) =>
  (await import("../operate/tenant-runs/start")).start(asked, signal),
);
