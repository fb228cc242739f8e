import "../../src/constructs/without-stack-traces";
import { environmentSettings } from "../../src/platform/environments";
import { argumentsOf } from "../operate/ephemeral/arguments";
import { create } from "../operate/ephemeral/create";
import { destroy, finish } from "../operate/ephemeral/destroy";
import { runCommand } from "../kit/run-command";

void runCommand(async () => {
  const { action, id, finish: isOver } = argumentsOf(process.argv.slice(2));
  const project = process.cwd();

  if (action === "create") {
    console.log(await create(id, project, environmentSettings));
  } else {
    console.log(isOver ? await finish(id, project, environmentSettings) : destroy(id, environmentSettings));
  }
  return 0;
});
