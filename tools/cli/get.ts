import { defineCommand } from "../kit/run-command";

export const command = defineCommand(
  {
    name: "get",
    summary: "Writes the bindings of modules/ in .gen. Needs Terraform.",
    args: [],
    options: { check: { help: "names the bindings that are stale, and writes nothing" } },
  },
  async ({ options }) => (await import("../toolbox/write-bindings")).writeBindings(options.check),
);
