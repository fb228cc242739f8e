import { accessFileWith } from "../../access/access-file-schema";
import type { AccessTemplate } from "../../access/access-templates";
import { problemsOfIssue } from "../../checking/issue";
import { nearest } from "../../checking/nearest";
import { oneOf, type Path, problem, show } from "../../checking/problem";
import type { OrganisationConfig } from "../schema";
import { environmentIsKnown } from "./known-environment";

/** Checks that templates of access name levels, members, organisations and environments that there are. */
export const problemsOfAccessTemplates = (organisation: OrganisationConfig): string[] =>
  Object.entries(organisation.accessTemplates).flatMap(([name, template]) => {
    const at: Path = ["organisation", "accessTemplates", name];
    const levels = Object.keys(organisation.accessLevels);
    return [
      ...(levels.includes(template.level)
        ? problemsOfMembers(template, at)
        : [unknown([...at, "level"], template.level, levels)]),
      ...chosen(template.organisations, [...at, "organisations"], (path, one) =>
        organisation.organisations.includes(one) ? [] : [unknown(path, one, organisation.organisations)],
      ),
      ...chosen(template.environments, [...at, "environments"], (path, one) =>
        environmentIsKnown(path, one, organisation),
      ),
    ];
  });

const unknown = (path: Path, got: string, known: readonly string[]): string => {
  const meant = nearest(got, known);
  return problem(
    path,
    known.length > 0 ? oneOf([...known]) : "nothing, since there are none",
    show(got),
    meant === undefined ? "write one of them" : `did you mean ${show(meant)}?`,
  );
};

function problemsOfMembers({ level, users, roles, patterns, groups }: AccessTemplate, at: Path): string[] {
  if ([users, roles, patterns, groups].every((list) => list.length === 0)) {
    return [problem(at, "a member at least", "none", "name users, roles, patterns or groups, or remove it")];
  }
  const { error } = accessFileWith([level]).safeParse(
    { [level]: { users, roles, patterns, groups } },
    { reportInput: true },
  );
  return (error?.issues ?? []).flatMap((issue) =>
    problemsOfIssue({ ...issue, path: issue.path.slice(1) }, at),
  );
}

/** Problems of a choice; an empty one would be for no cluster. */
const chosen = (
  list: readonly string[] | undefined,
  at: Path,
  check: (path: Path, one: string) => readonly string[],
): string[] =>
  list?.length === 0
    ? [problem(at, "one at least", "none", "leave it out for all of them")]
    : (list ?? []).flatMap((one, index) => check([...at, index], one));
