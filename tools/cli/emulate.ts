import { CommandError } from "../kit/command-error";
import { defineCommand } from "../kit/run-command";

export const command = defineCommand(
  {
    name: "emulate",
    summary: "Applies to an emulated AWS, twice, what AWS has to make for every environment.",
    args: [],
    options: {},
  },
  async (_, signal) => {
    const { pythonTool } = await import("../toolbox/python");
    const { emulateAll } = await import("../checks/emulate/emulate-all");
    const moto = await pythonTool("moto", signal);
    if ("missing" in moto) {
      throw new CommandError(`moto: expected the emulator, got none: ${moto.missing}; install Python 3`);
    }
    const emulations = await emulateAll(moto.program, (text) => console.error(text), signal);
    if ("missing" in emulations) {
      throw new CommandError(
        `terraform: expected it and its provider for AWS, got neither: ${emulations.missing}; see docs/verification.md`,
      );
    }
    const { reportOf } = await import("../checks/emulate/report");
    const { text, isWrong } = reportOf(emulations);
    console.log(text);
    return isWrong ? 1 : 0;
  },
);
