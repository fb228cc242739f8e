import "../constructs/without-stack-traces";
import { defineEnvironments } from "../config/define-environment";
import { environmentSettings } from "../config/environments";
import { runCommand } from "./run-command";
import { argumentsOf } from "./upgrade/arguments";
import { propose } from "./upgrade/propose";
import { wordingOf } from "./upgrade/wording";

/** Prints what it takes to move an environment's cluster to the next Kubernetes minor; 1 where something blocks it. */
void runCommand(() => {
  const environments = defineEnvironments(environmentSettings);
  const { environment, to } = argumentsOf(process.argv.slice(2), environments);
  const upgrade = propose(environment, to, environments, environmentSettings);

  console.log(wordingOf(environment.name, to, upgrade));
  return Promise.resolve(upgrade.blockers.length === 0 ? 0 : 1);
});
