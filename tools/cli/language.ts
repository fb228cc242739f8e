import { defineCommand } from "../kit/run-command";

export const command = defineCommand(
  {
    name: "language",
    summary:
      "Checks that comments and pages are in plain English, and prints how many of each folder are not.",
    args: [],
    options: {
      list: {
        value: "folder",
        multiple: true,
        help: "lists the findings of a folder that need not keep the rules yet",
      },
      since: { value: "git ref", help: "checks the subjects of commits after it, too" },
    },
  },
  async ({ options: { list, since } }, signal) => {
    const { longSubjects } = await import("../checks/language/commit-subjects");
    const { ENFORCED } = await import("../checks/language/enforced");
    const { passagesOf } = await import("../checks/language/files");
    const { report } = await import("../checks/language/report");
    const project = process.cwd();
    const { text, isWrong } = report({
      passages: passagesOf(project),
      enforced: ENFORCED,
      listed: list.map((folder) => folder.replace(/\/$/, "")),
      subjects: since === undefined ? [] : await longSubjects(project, since, signal),
    });
    console.log(text);
    return isWrong ? 1 : 0;
  },
);
