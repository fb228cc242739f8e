import { type Path, problem, show } from "../../checking/problem";
import { isName, LONGEST_NAME } from "./entry-path";

/** Names can stand in the names of what is made for a team, an application or an image. */
export const nameIsALabel = (path: Path, name: string): string[] =>
  isName(name)
    ? []
    : [
        problem(
          path,
          `a DNS label of ${LONGEST_NAME} characters at most`,
          show(name),
          "use lower-case letters, digits and hyphens, a letter first",
        ),
      ];

/** A value and where it stands. */
export interface Placed {
  readonly path: Path;
  readonly value: string;

  /** Whose it is, as a message calls it. */
  readonly owner: string;
}

/** What stands twice, said where it stands the second time. */
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
