import { platformCommand } from "../toolbox/platform-command";
import { BOM } from "../reports/bom/arguments";

export const command = platformCommand(BOM, async (asked, signal) =>
  (await import("../reports/bom/bom")).bom(asked, signal),
);
