import { problem, show } from "../checking/problem";
import type { EnvironmentSettings } from "../environment/environment";
import type { Organisation } from "../organisation/organisation";

/** Refuses an order of promotion with an environment that does not exist. */
export function promotedEnvironmentsExist(
  environments: readonly Pick<EnvironmentSettings, "name">[],
  { promotion }: Organisation,
): string[] {
  const names = environments.map(({ name }) => name);

  return promotion.flatMap((name, index) =>
    names.includes(name)
      ? []
      : [
          problem(
            ["organisation", "promotion", index],
            "the name of an environment",
            `${show(name)}, which is none`,
            "add it to src/platform/environments, or leave it out here",
          ),
        ],
  );
}
