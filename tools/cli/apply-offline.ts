import { CommandError } from "../kit/command-error";
import { defineCommand } from "../kit/run-command";

export const command = defineCommand(
  {
    name: "apply-offline",
    summary:
      "Applies the stacks of clusters to a control plane on this machine: builds, changes, destroys, builds again.",
    args: [
      {
        name: "environment",
        help: "environment, sample or example whose clusters to apply; by default all of them",
        count: "any",
      },
    ],
    options: {},
  },
  async ({ args }, signal) => {
    const { environmentsNamed } = await import("../checks/apply-offline/environments");
    const environments = environmentsNamed(args);
    const { applyAll } = await import("../checks/apply-offline/apply-all");
    const progress = (text: string) => console.error(text);
    const applied = await applyAll(environments, progress, signal);
    if ("missing" in applied) {
      throw new CommandError(
        `apply-offline: expected a control plane, terraform and its providers, got not all of them: ${applied.missing}; see docs/terraform-without-a-cloud.md`,
      );
    }
    const { reportOf } = await import("../checks/apply-offline/wording");
    const { text, isWrong } = reportOf(applied);
    console.log(text);
    return isWrong ? 1 : 0;
  },
);
