import { defineEnvironments } from "../../samples/platform";
import type { EnvironmentSettings } from "../../../src/settings/environment/environment";
import { argumentsOf } from "./arguments";
import { propose } from "./propose";
import { wordingOf } from "./wording";

/** Output for the engineer who asks for an upgrade. */
export interface Report {
  readonly text: string;

  /** True if something blocks the upgrade. */
  readonly isBlocked: boolean;
}

/** @throws CommandError naming everything that is wrong with the command line */
export function report(args: readonly string[], settings: readonly EnvironmentSettings[]): Report {
  const environments = defineEnvironments(settings).flatMap(({ clusters }) => clusters);
  const { environment, to } = argumentsOf(args, environments);
  const upgrade = propose(environment, to, environments, settings);

  return { text: wordingOf(environment.name, to, upgrade), isBlocked: upgrade.blockers.length > 0 };
}
