import { showProgress } from "../kit/check-report";
import { compare } from "../reports/changes/compare";
import { runCommand } from "../kit/run-command";

const CHANGED = 2;

void runCommand(async (signal) => {
  const { text, changed } = await compare({
    args: process.argv.slice(2),
    project: process.cwd(),
    progress: showProgress(process.stderr),
    signal,
  });
  console.log(text);
  return changed ? CHANGED : 0;
});
