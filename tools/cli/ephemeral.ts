import { defineCommand } from "../kit/run-command";
import { argumentsOf, EPHEMERAL } from "../operate/ephemeral/arguments";

export const command = defineCommand(EPHEMERAL, async (asked) => {
  const { action, id, finish: isOver } = argumentsOf(asked);
  await import("../../src/constructs/without-stack-traces");
  const { environmentSettings } = await import("../../src/platform/environments");
  const project = process.cwd();

  if (action === "create") {
    const { create } = await import("../operate/ephemeral/create");
    console.log(await create(id, project, environmentSettings));
  } else {
    const { destroy, finish } = await import("../operate/ephemeral/destroy");
    console.log(isOver ? await finish(id, project, environmentSettings) : destroy(id, environmentSettings));
  }
  return 0;
});
