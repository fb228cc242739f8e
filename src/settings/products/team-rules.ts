import { type Path, problem, show } from "../checking/problem";
import { problemsOfGroupName } from "../sign-in/group-name";
import type { World } from "./world";

/** Domain of at least two labels in small letters. */
const DOMAIN = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

/** Problems of the teams that own products: their groups at sign-in (T6), and their domains (T20). */
export function problemsOfProductTeams(world: World): string[] {
  const groups = new Map<string, string>();
  const withAccess = new Set(
    world.tenants.flatMap(({ settings: { access } }) => access.map(({ team }) => team)),
  );
  return Object.entries(world.settings.teams).flatMap(([team, { group, domains = [] }]) => {
    const path = ["products", "teams", team];
    const key = group.toLowerCase();
    const other = groups.get(key);
    groups.set(key, other ?? team);
    const rival = [team, other].some((each) => each !== undefined && withAccess.has(each))
      ? other
      : undefined;
    return [
      ...problemsOfGroup(group, rival, [...path, "group"]),
      ...domains.flatMap((domain, index) => problemsOfDomain(domain, [...path, "domains", index], world)),
    ];
  });
}

function problemsOfGroup(group: string, other: string | undefined, path: Path): string[] {
  if (group.startsWith("system:")) {
    return [
      problem(
        path,
        "a group of people (T6)",
        show(group),
        "Kubernetes has these for itself: name the team's",
      ),
    ];
  }
  return other === undefined
    ? problemsOfGroupName(group, path)
    : [
        problem(
          path,
          "a group that no other team has (T6)",
          `${show(group)}, which ${other} has`,
          "give each team a group: members of one would have the access of the other",
        ),
      ];
}

/** A domain gives its team every host below it, which the zone of a cluster and what is above it are not for. */
function problemsOfDomain(domain: string, path: Path, { clusters }: World): string[] {
  if (!DOMAIN.test(domain)) {
    return [
      problem(
        path,
        "a domain such as tides.example (T20)",
        show(domain),
        "write it in small letters, without a wildcard",
      ),
    ];
  }
  const zone = [...clusters.values()]
    .flatMap(({ zones }) => [zones.public, zones.internal])
    .find((each) => each === domain || each.endsWith(`.${domain}`));
  return zone === undefined
    ? []
    : [
        problem(
          path,
          `a domain without ${zone}, where each team may have hosts (T20)`,
          show(domain),
          "name the team's own domain",
        ),
      ];
}
