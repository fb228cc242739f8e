import { defineEnvironments } from "../samples/platform";
import { environmentSettings } from "../../src/platform/environments";
import { report } from "../checks/policies/report";
import { runCommand } from "../kit/run-command";

/** Prints the exceptions from policies and their days, and fails if one has expired or ends too late. */
void runCommand(() => {
  const today = new Date().toISOString().slice(0, 10);
  const { text, isWrong } = report(defineEnvironments(environmentSettings), today);

  console.log(text);
  return Promise.resolve(isWrong ? 1 : 0);
});
