import { columns } from "../../kit/columns";
import type { Emulation } from "./emulate-stack";
import type { Gaps } from "./gaps";
import { nameOfForgotten } from "./forgotten";
import { namesOf, typeOf } from "./left-out";

/** One row per stack: resources made, blocks left out, result and duration. */
export const emulationTable = (stacks: readonly Emulation[]): string =>
  columns(
    stacks.map(({ stack, created, leftOut, findings, seconds }) => [
      stack,
      `${created} resources`,
      leftOut.length === 0 ? "" : `${leftOut.length} left out`,
      findings.length === 0 ? "applied, then nothing to change" : `${findings.length} to mend`,
      `${seconds.toFixed(1)} s`,
    ]),
  ).join("\n");

/** Unsupported types in the stacks, each with its number and the reason. */
export function leftOutText(stacks: readonly Emulation[]): string[] {
  const lines = stacks.flatMap(({ leftOut }) =>
    leftOut.map(({ address, reason }) => `${typeOf(address)} left out: ${reason}`),
  );
  return [...new Set(lines)]
    .sort()
    .map((line) => `${lines.filter((other) => other === line).length} × ${line}`);
}

/** Arguments that the emulator forgets, and that are therefore not planned a second time. */
export const forgottenText = ({ forgotten }: Gaps): string[] =>
  Object.entries(forgotten).map(
    ([type, { arguments: names, reason }]) => `${type} ${names.join(", ")} not planned twice: ${reason}`,
  );

/** Gaps on the list that no stack has. */
export function unusedText(stacks: readonly Emulation[], gaps: Gaps): string[] {
  const used = new Set(
    stacks.flatMap(({ leftOut, forgotten }) => [...leftOut.map(({ gap }) => gap), ...forgotten]),
  );
  const forgotten = Object.entries(gaps.forgotten).flatMap(([type, { arguments: names }]) =>
    names.map((name) => nameOfForgotten(type, name)),
  );
  return [...namesOf(gaps), ...forgotten]
    .filter((gap) => !used.has(gap))
    .map(
      (gap) =>
        `not-emulated.ts ${gap}: expected a stack that has use for it, got none; remove it from the list`,
    );
}
