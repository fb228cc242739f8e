import { type Path, problem, show } from "../../checking/problem";
import { isOfEveryObject } from "../../checking/own-value";
import { isName, LONGEST_NAME } from "../entry-path";

/** Refuses a name that cannot be part of the names of a team's, an application's or an image's resources. */
export const nameIsALabel = (path: Path, name: string): string[] =>
  isName(name)
    ? []
    : [
        problem(
          path,
          `a DNS label of ${LONGEST_NAME} characters at most`,
          show(name),
          isOfEveryObject(name)
            ? "choose another: JavaScript keeps this one for itself"
            : "use lower-case letters, digits and hyphens, a letter first",
        ),
      ];

/** A value and its place. */
export interface Placed {
  readonly path: Path;
  readonly value: string;

  /** Owner, as a message calls it. */
  readonly owner: string;
}

/** Problems of values that occur twice, each at the second place. */
export function valuesAreUnique(placed: readonly Placed[], what: string, fix: string): string[] {
  const owners = new Map<string, string>();
  return placed.flatMap(({ path, value, owner }) => {
    const first = owners.get(value);
    owners.set(value, first ?? owner);
    return first === undefined
      ? []
      : [problem(path, `${what} of its own`, `${show(value)}, which ${first} has`, fix)];
  });
}
