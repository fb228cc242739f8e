import { posix } from "node:path";
import { ownValue } from "../../../src/settings/checking/own-value";
import type { ProductsSettings } from "../../../src/settings/products/products";
import { CommandError } from "../../kit/command-error";
import { filesOf } from "./files";

/**
 * Lines of a CODEOWNERS file, by which GitHub asks each team to review changes in its folder: the team of GitHub that its group
 * at sign-in is, or else the one of its name.
 *
 * @throws CommandError if no organisation is named, or a file cannot be read
 */
export function ownersOf(
  folder: string,
  organisation: string | undefined,
  teams: ProductsSettings["teams"] = {},
): string {
  if (organisation === undefined) {
    throw new CommandError(
      "tenant owners: expected --organisation, got nothing; name the teams' organisation on GitHub",
    );
  }
  const files = filesOf(folder);
  const problems = files.flatMap((file) => file.problems);
  if (problems.length > 0) {
    throw new CommandError(problems.join("\n"));
  }
  return [...new Set(files.map(({ team }) => team))]
    .map((team) => `/${posix.join(folder, team)}/ @${organisation}/${onGitHub(team)}`)
    .join("\n");

  function onGitHub(team: string): string {
    const group = ownValue(teams, team)?.group ?? "";
    return group.startsWith(`${organisation}:`) ? group.slice(`${organisation}:`.length) : team;
  }
}
