import { compareAll, type Comparison } from "../checks/provider-schemas/compare-all";
import type { TypeDifference } from "../checks/provider-schemas/compare";
import { ACCEPTED_DEPRECATIONS } from "../checks/provider-schemas/accepted";
import { terraformVersion } from "../toolbox/terraform-version";
import type { Verdict, Verification } from "./verdict";

const TOOL = "terraform providers schema";

/** Holds what stacks write, and the bindings, against the schemas of the providers that stacks ask for. */
export const providerSchemas: Verification = async (progress, signal) => {
  const version = await terraformVersion(signal);
  return version === undefined
    ? { tool: TOOL, version: "", checked: "", findings: [], missing: "terraform was not found" }
    : verdictOf(version, await compareAll(progress, signal));
};

/** Verdict on the providers that were compared, and on those that could not be. */
export function verdictOf(version: string, comparisons: readonly Comparison[]): Verdict {
  const compared = comparisons.flatMap((one) => ("types" in one ? [one] : []));
  const types = compared.reduce((sum, one) => sum + one.types.length, 0);
  return {
    tool: TOOL,
    version,
    checked: `${types} types of ${compared.length} providers`,
    findings: compared.flatMap((one) => one.types.flatMap(({ problems }) => problems)),
    caveats: [
      ...compared.flatMap(({ provider: { name, used }, types: all }) =>
        all.flatMap((type) => differencesOf(type).map((words) => `${name} ${used}: ${words}`)),
      ),
      ...acceptedAmong(compared.flatMap(({ types: all }) => all.map(({ type }) => type))),
    ],
    notChecked: comparisons.flatMap(({ provider }) =>
      "missing" in provider
        ? [`WITHOUT PROVIDER ${provider.name} ${provider.version} (${provider.missing})`]
        : [],
    ),
  };
}

/** Deprecated arguments that stacks may write, each with the reason. */
const acceptedAmong = (types: readonly string[]): string[] =>
  ACCEPTED_DEPRECATIONS.filter(({ type }) => types.includes(type)).map(
    ({ type, path, reason }) => `accepted, though deprecated: ${type}.${path.join(".")}: ${reason}`,
  );

/** Differences from the bindings, in words. */
const differencesOf = ({ type, ...difference }: TypeDifference): string[] =>
  (["added", "deprecated", "gone"] as const).flatMap((kind) =>
    difference[kind].length === 0 ? [] : [`${type} ${WORDS[kind]} ${difference[kind].join(", ")}`],
  );

const WORDS = { added: "also takes", deprecated: "deprecates", gone: "no longer takes" };
