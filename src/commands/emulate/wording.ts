import { columns } from "../columns";
import type { Emulation } from "./emulate-stack";
import { typeOf } from "./emulated-stack";
import { FORGOTTEN, NOT_EMULATED } from "./not-emulated";

/** One row per stack: what was made, what was left out, how it went and how long it took. */
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

/** What the emulator lacks of what the stacks have, each type with its number and the reason. */
export function leftOutText(stacks: readonly Emulation[]): string[] {
  const types = stacks.flatMap(({ leftOut }) => leftOut.map(typeOf));
  return Object.entries(NOT_EMULATED)
    .map(([type, { reason }]) => ({ type, reason, count: types.filter((one) => one === type).length }))
    .filter(({ count }) => count > 0)
    .map(({ type, reason, count }) => `${count} × ${type} left out: ${reason}`);
}

/** What the emulator forgets, and is therefore not planned a second time. */
export const forgottenText = (): string[] =>
  Object.entries(FORGOTTEN).map(
    ([type, { arguments: names, reason }]) => `${type} ${names.join(", ")} not planned twice: ${reason}`,
  );

/** What is said to be lacking although no stack has any. */
export function unusedText(stacks: readonly Emulation[]): string[] {
  const types = new Set(stacks.flatMap(({ leftOut }) => leftOut.map(typeOf)));
  return Object.keys(NOT_EMULATED)
    .filter((type) => !types.has(type))
    .map(
      (type) => `not-emulated.ts ${type}: expected a stack that has one, got none; remove it from the list`,
    );
}
