import { defineEnvironments } from "../config/define-environment";
import { environmentSettings } from "../config/environments";
import { report } from "./policies/report";
import { runCommand } from "./run-command";

/** Prints what is excepted from policies and for how long, and fails where that is over or far off. */
void runCommand(() => {
  const today = new Date().toISOString().slice(0, 10);
  const { text, isWrong } = report(defineEnvironments(environmentSettings), today);

  console.log(text);
  return Promise.resolve(isWrong ? 1 : 0);
});
