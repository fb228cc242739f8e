import { CommandError } from "../kit/command-error";
import { defineCommand } from "../kit/run-command";

export const command = defineCommand(
  {
    name: "emulate",
    summary: "Applies to an emulated AWS, twice, what AWS has to make.",
    args: [
      {
        name: "part",
        help: "environments (without it), or tenants: their resources, and a change of each field",
        oneOf: ["environments", "tenants"],
        count: "optional",
      },
    ],
    options: { kind: { value: "kind", help: "tenants: one kind, whose rows are printed and not written" } },
    notes: "tenants writes docs/tenant-changes.md from what it measures.",
  },
  async ({ args: [part], options: { kind } }, signal) => {
    const { pythonTool } = await import("../toolbox/python");
    const moto = await pythonTool("moto", signal);
    if ("missing" in moto) {
      throw new CommandError(`moto: expected the emulator, got none: ${moto.missing}; install Python 3`);
    }
    const { environments, tenants } = await import("../checks/emulate/parts");
    const progress = (text: string) => console.error(text);
    const { text, isWrong } = await (part === "tenants"
      ? tenants(moto, kind, progress, signal)
      : environments(moto, progress, signal));
    console.log(text);
    return isWrong ? 1 : 0;
  },
);
