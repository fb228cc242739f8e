import "../constructs/without-stack-traces";
import { environmentSettings } from "../config/environments";
import { argumentsOf } from "./ephemeral/arguments";
import { create } from "./ephemeral/create";
import { destroy, finish } from "./ephemeral/destroy";
import { runCommand } from "./run-command";

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
