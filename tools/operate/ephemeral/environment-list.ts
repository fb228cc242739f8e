import { CommandError } from "../../kit/command-error";

/** File with the list of ephemeral environments. Engineers may add settings to an entry. */
export const LIST = "src/platform/environments/ephemeral.ts";

const START = "const settings: readonly EphemeralSettings[] = [";

/**
 * List with one more environment.
 *
 * @throws CommandError if the list is not in the form that the command writes
 */
export function withEnvironment(list: string, id: string): string {
  const [before, after, ...others] = list.split(START);
  if (after === undefined || others.length > 0) {
    throw unreadable(`"${START}" once`, `add ${id} by hand`);
  }
  return `${before}${START}{ id: "${id}" },${after}`;
}

/**
 * List without an environment and the settings that were added to it.
 *
 * @throws CommandError if the list is not in the form that the command writes
 */
export function withoutEnvironment(list: string, id: string): string {
  const start = new RegExp(`\\{\\s*id: "${id}"`).exec(list)?.index;
  const end = start === undefined ? undefined : endOfBraces(list, start);
  if (start === undefined || end === undefined) {
    throw unreadable(`{ id: "${id}" }`, `remove ${id} by hand`);
  }
  return list.slice(0, start) + list.slice(end).replace(/^\s*,/, "");
}

const unreadable = (expected: string, fix: string): CommandError =>
  new CommandError(`${LIST}: expected ${expected}, got none; ${fix}`);

/** Position at which the brace that opens at `start` closes. */
function endOfBraces(text: string, start: number): number | undefined {
  let depth = 0;
  for (let index = start; index < text.length; index++) {
    depth += { "{": 1, "}": -1 }[text[index]!] ?? 0;
    if (depth === 0) {
      return index + 1;
    }
  }
  return undefined;
}
