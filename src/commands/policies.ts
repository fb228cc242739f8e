import { defineEnvironments } from "../config/define-environment";
import { environmentSettings } from "../config/environments";
import { exceptionsTable, expired, remaining } from "./policies/exceptions";
import { runCommand } from "./run-command";

/** Prints what is excepted from policies and for how long, and fails where that is over. */
void runCommand(() => {
  const today = new Date().toISOString().slice(0, 10);
  const exceptions = remaining(defineEnvironments(environmentSettings), today);
  const problems = expired(exceptions);

  console.log([exceptionsTable(exceptions), ...problems].join("\n\n"));
  return Promise.resolve(problems.length === 0 ? 0 : 1);
});
