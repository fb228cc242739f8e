import { isOfEveryObject } from "../checking/own-value";
import { type Path, problem, show } from "../checking/problem";
import { isOfPlatform } from "../namespaces/argo-kinds";
import { ADDON_PROJECT } from "../namespaces/argo-projects";
import { namespacesByTeam } from "./application-teams";
import { name as NAME } from "./fields";
import type { KindConfig } from "./products";
import type { World } from "./world";

/** Names of the projects that Argo CD itself and the platform have. */
const TAKEN_PROJECTS = ["default", "platform"];

/** Problems of teams with applications: the names of their Argo CD projects, and the kinds that these allow. */
export function problemsOfProjects({ settings: { teams }, ownedNamespaces }: World): string[] {
  const withProjects = namespacesByTeam(ownedNamespaces);
  return Object.entries(teams).flatMap(([team, { kinds = [] }]) => {
    const path = ["products", "teams", team];
    return [
      ...(withProjects.has(team) ? problemsOfName(team, path) : []),
      ...kinds.flatMap((kind, index) => problemsOfKind(kind, [...path, "kinds", index])),
    ];
  });
}

function problemsOfName(team: string, path: Path): string[] {
  const isTaken = TAKEN_PROJECTS.includes(team) || team.startsWith(ADDON_PROJECT) || isOfEveryObject(team);
  return !isTaken && NAME.safeParse(team).success
    ? []
    : [
        problem(
          path,
          "a name that an Argo CD project can have, and that is no other's: a DNS label of 40 characters at most",
          show(team),
          "choose another",
        ),
      ];
}

/** API group: empty for the core group; Kubernetes' own groups need no dot. */
const API_GROUP = /^(?:[a-z][a-z0-9-]*(?:\.[a-z0-9-]+)*)?$/;

const KIND = /^[A-Z][A-Za-z0-9]*$/;

function problemsOfKind({ group, kind }: KindConfig, path: Path): string[] {
  const problems: string[] = [];
  if (!API_GROUP.test(group)) {
    const fix = 'write what its "apiVersion" has before the slash';
    problems.push(problem([...path, "group"], "an API group", show(group), fix));
  }
  if (!KIND.test(kind)) {
    problems.push(problem([...path, "kind"], "a kind of object", show(kind), 'write it as in its "kind"'));
  }
  if (isOfPlatform({ group, kind })) {
    const expected = "a kind that neither bounds a namespace, gives rights, nor reaches beyond it";
    problems.push(problem([...path, "kind"], expected, show(kind), "the platform makes these: leave it out"));
  }
  return problems;
}
