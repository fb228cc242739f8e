import { defineCommand } from "../kit/run-command";
import { TENANT_RUNS } from "../operate/tenant-runs/arguments";

export const command = defineCommand(TENANT_RUNS, async (asked, signal) =>
  (await import("../operate/tenant-runs/start")).start(asked, signal),
);
