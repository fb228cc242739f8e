import { defineEnvironments } from "../../samples/platform";
import type { EnvironmentSettings } from "../../../src/settings/environment/environment";
import type { Asked } from "../../kit/command";
import { argumentsOf, isRelease, type UPGRADE } from "./arguments";
import { propose } from "./propose";
import { upgradeToRelease } from "./to-release";
import { wordingOf } from "./wording";

/** Answer to a person who asks for an upgrade. */
export interface Report {
  readonly text: string;

  /** True if something stands in the way. */
  readonly isBlocked: boolean;
}

/** @throws CommandError naming all that is wrong with the command line */
export function report(
  asked: Asked<typeof UPGRADE.options>,
  settings: readonly EnvironmentSettings[],
): Report {
  const environments = defineEnvironments(settings).flatMap(({ clusters }) => clusters);
  const { environment, to } = argumentsOf(asked, environments);
  const upgrade = isRelease(to)
    ? upgradeToRelease({ environment, to, all: environments })
    : propose(environment, to, environments, settings);

  return { text: wordingOf(environment.name, to, upgrade), isBlocked: upgrade.blockers.length > 0 };
}
