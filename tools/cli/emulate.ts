import { CommandError } from "../kit/command-error";
import { findingsOf, otherVersions } from "../offline/findings";
import { emulateAll } from "../checks/emulate/emulate-all";
import { MOTO } from "../checks/emulate/not-emulated";
import { emulationTable, forgottenText, leftOutText, unusedText } from "../checks/emulate/wording";
import { runCommand } from "../kit/run-command";
import { pythonTool } from "../toolbox/python";

/** Applies the AWS stacks of every environment to an emulated AWS, and prints each result. */
void runCommand(async (signal) => {
  const moto = await pythonTool("moto", signal);
  if ("missing" in moto) {
    throw new CommandError(`moto: expected the emulator, got none: ${moto.missing}; install Python 3`);
  }
  const emulations = await emulateAll(moto.program, (text) => console.error(text), signal);
  if ("missing" in emulations) {
    throw new CommandError(`expected Terraform and its provider for AWS, got neither: ${emulations.missing}`);
  }
  const { stacks, providers } = emulations;
  const findings = [...findingsOf(stacks), ...unusedText(stacks, MOTO)];

  console.log(emulationTable(stacks));
  [...otherVersions(providers), ...leftOutText(stacks), ...forgottenText(MOTO), ...findings].forEach((line) =>
    console.log(line),
  );
  return findings.length === 0 ? 0 : 1;
});
