import "../../src/constructs/without-stack-traces";
import { environmentSettings } from "../../src/platform/environments";
import { runCommand } from "../kit/run-command";
import { report } from "../operate/upgrade/report";

/**
 * Prints the steps to move an environment's cluster to the next Kubernetes minor. Returns 1 if something
 * blocks it.
 */
void runCommand(() => {
  const { text, isBlocked } = report(process.argv.slice(2), environmentSettings);

  console.log(text);
  return Promise.resolve(isBlocked ? 1 : 0);
});
