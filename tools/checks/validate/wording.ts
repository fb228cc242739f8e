import { columns } from "../../kit/columns";
import { otherVersions } from "../../offline/findings";
import type { Providers } from "../../toolbox/providers";
import type { Validations } from "./validate-all";
import type { Validation } from "./validate-stack";

/** Providers in another version. */
export const caveatsOf = ({ providers }: Validations): string[] => otherVersions(providers);

/** Stacks that were validated without one of their providers, so without its arguments and types. */
export const notCheckedOf = ({ stacks, providers }: Validations): string[] =>
  [...providers.values()].flatMap((provider) => {
    if (!("missing" in provider)) {
      return [];
    }
    const { name, version, missing } = provider;
    const without = stacks.filter((stack) => stack.without.includes(name)).map(({ stack }) => stack);
    return [`WITHOUT PROVIDER ${name} ${version} (${missing}): ${without.join(", ")}`];
  });

/** Providers that were used, with their versions. */
export const providersUsed = (providers: Providers): string =>
  [...providers.values()]
    .flatMap((provider) => ("used" in provider ? [`${provider.name} ${provider.used}`] : []))
    .join(", ") || "no provider";

/** One row per stack: its result and its duration. */
export const validationTable = (stacks: readonly Validation[]): string =>
  columns(
    stacks.map(({ stack, findings, without, seconds }) => [
      stack,
      findings.length === 0 ? "valid" : `${findings.length} to mend`,
      without.length === 0 ? "" : `without ${without.join(", ")}`,
      `${seconds.toFixed(1)} s`,
    ]),
  ).join("\n");
