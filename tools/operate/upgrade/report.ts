import { defineEnvironments } from "../../samples/platform";
import type { EnvironmentSettings } from "../../../src/settings/environment/environment";
import { argumentsOf } from "./arguments";
import { propose } from "./propose";
import { wordingOf } from "./wording";

/** What a person is told who asks for an upgrade. */
export interface Report {
  readonly text: string;

  /** Whether something stands in the way. */
  readonly isBlocked: boolean;
}

/** @throws CommandError naming all that is wrong with the command line */
export function report(args: readonly string[], settings: readonly EnvironmentSettings[]): Report {
  const environments = defineEnvironments(settings).flatMap(({ clusters }) => clusters);
  const { environment, to } = argumentsOf(args, environments);
  const upgrade = propose(environment, to, environments, settings);

  return { text: wordingOf(environment.name, to, upgrade), isBlocked: upgrade.blockers.length > 0 };
}
