import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { PlatformSettings } from "../../src/settings/define-platform";
import { CommandError } from "../kit/command-error";
import { defineCommand } from "../kit/run-command";

export const command = defineCommand(
  {
    name: "charts-repository",
    summary:
      "Renders every application of a charts repository, and holds each against the projects, policies and objects of the platform.",
    args: [{ name: "folder", count: "one", help: "checkout of the charts repository" }],
    options: {
      environment: { value: "name", help: "only environment to look at; all of them by default" },
      platform: { value: "folder", help: "folder whose index.ts exports platform; src/platform by default" },
    },
    notes: "Exit codes: 0 if every application passes or is refused with a reason, 1 if one has a problem.",
  },
  async ({ args: [folder = ""], options: { environment, platform = "src/platform" } }, signal) => {
    const { checkRepository } = await import("../checks/charts-repository/clusters");
    const { notCheckedLines, notMadeLines, problemLines, summary, verdictsTable } =
      await import("../checks/charts-repository/wording");
    const index = resolve(platform, "index.ts");
    if (!existsSync(index)) {
      throw new CommandError(`--platform: expected a folder with an index.ts, got ${platform}; name one`);
    }
    const { platform: settings } = (await import(index)) as { platform: PlatformSettings };
    const results = await checkRepository(folder, settings, environment, signal);
    const problems = problemLines(results.verdicts);

    console.log(verdictsTable(results.verdicts));
    [
      ...problems,
      ...notMadeLines(results.verdicts),
      ...notCheckedLines(results),
      summary(results.verdicts),
    ].forEach((line) => console.log(`\n${line}`));
    return problems.length === 0 ? 0 : 1;
  },
);
