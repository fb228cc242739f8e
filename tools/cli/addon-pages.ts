import { defineCommand } from "../kit/run-command";

export const command = defineCommand(
  {
    name: "addon-pages",
    summary: "Writes the pages of the add-ons in docs/add-ons from the source.",
    args: [],
    options: { check: { help: "names the pages that are stale, and writes nothing" } },
  },
  async ({ options }) => (await import("../reports/addon-pages/write-pages")).writePages(options.check),
);
