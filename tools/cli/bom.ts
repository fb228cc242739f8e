import { defineCommand } from "../kit/run-command";
import { BOM } from "../reports/bom/arguments";

export const command = defineCommand(BOM, async (asked, signal) =>
  (await import("../reports/bom/bom")).bom(asked, signal),
);
