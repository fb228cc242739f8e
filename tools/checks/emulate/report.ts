import { findingsOf, otherVersions } from "../../offline/findings";
import type { emulateAll } from "./emulate-all";
import { MOTO } from "./not-emulated";
import { emulationTable, forgottenText, leftOutText, unusedText } from "./wording";

type Emulations = Exclude<Awaited<ReturnType<typeof emulateAll>>, { missing: string }>;

/** Table of how each stack fared, followed by caveats and findings. */
export function reportOf({ stacks, providers }: Emulations) {
  const findings = [...findingsOf(stacks), ...unusedText(stacks, MOTO)];
  const lines = [
    emulationTable(stacks),
    ...otherVersions(providers),
    ...leftOutText(stacks),
    ...forgottenText(MOTO),
    ...findings,
  ];
  return { text: lines.join("\n"), isWrong: findings.length > 0 };
}
