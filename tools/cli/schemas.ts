import { defineCommand } from "../kit/run-command";

export const command = defineCommand(
  {
    name: "schemas",
    summary: "Writes the JSON Schemas of the YAML files that people write, in docs/schemas.",
    args: [],
    options: { check: { help: "names the schemas that are stale, and writes nothing" } },
  },
  async ({ options }) => (await import("../reports/schemas/write-schemas")).writeSchemas(options.check),
);
