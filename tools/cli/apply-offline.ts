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
    const { controlPlanePrograms } = await import("../toolbox/control-plane-programs");
    const { goTool } = await import("../toolbox/go-tools");
    const progress = (text: string) => console.error(text);
    const plane = await controlPlanePrograms(progress, signal);
    if ("missing" in plane) {
      throw new CommandError(`control plane: expected its programs, got none: ${plane.missing}; install Go`);
    }
    const helm = await goTool("helm", signal);
    if ("missing" in helm) {
      throw new CommandError(`helm: expected a program, got none: ${helm.missing}; see docs/verification.md`);
    }
    const { applyAll } = await import("../checks/apply-offline/apply-all");
    const programs = { ...plane.programs, helm: helm.program };
    const applied = await applyAll(environments, programs, progress, signal);
    if ("missing" in applied) {
      throw new CommandError(
        `terraform: expected it and the providers kubernetes and helm, got not all of them: ${applied.missing}; see docs/terraform-without-a-cloud.md`,
      );
    }
    const { reportOf } = await import("../checks/apply-offline/wording");
    const { text, isWrong } = reportOf(applied);
    console.log(text);
    return isWrong ? 1 : 0;
  },
);
