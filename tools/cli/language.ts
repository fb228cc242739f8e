import { longSubjects } from "../checks/language/commit-subjects";
import { ENFORCED } from "../checks/language/enforced";
import { passagesOf } from "../checks/language/files";
import { report } from "../checks/language/report";
import { optionsOf } from "../kit/options";
import { runCommand } from "../kit/run-command";

const USAGE = "npm run language -- [--list <folder>]… [--since <git ref>] [--help]";

const HELP = `${USAGE}

Checks that comments and pages are in plain English, and prints how many of each folder are not.

--list <folder>    lists the findings of a folder that need not keep the rules yet
--since <git ref>  checks the subjects of commits after it, too
--help             prints this`;

/** Prints findings and rates, and fails if the tree, or a folder that must keep the rules, breaks one. */
void runCommand(async (signal) => {
  const { list, since, help } = optionsOf(
    process.argv.slice(2),
    {
      list: { type: "string", multiple: true, default: [] },
      since: { type: "string" },
      help: { type: "boolean" },
    },
    USAGE,
  );
  if (help) {
    console.log(HELP);
    return 0;
  }
  const project = process.cwd();
  const { text, isWrong } = report({
    passages: passagesOf(project),
    enforced: ENFORCED,
    listed: list.map((folder) => folder.replace(/\/$/, "")),
    subjects: since === undefined ? [] : await longSubjects(project, since, signal),
  });
  console.log(text);
  return isWrong ? 1 : 0;
});
