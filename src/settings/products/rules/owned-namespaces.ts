import { nearest } from "../../checking/nearest";
import { oneOf, type Path, show } from "../../checking/problem";
import { namespacesByTeam, type OwnedNamespace } from "../application-teams";
import type { Finding } from "../finding";
import type { World } from "../world";

const at = (
  { file, name }: OwnedNamespace,
  below: Path,
  words: Pick<Finding, "expected" | "got" | "fix">,
): Finding => ({ file, path: ["namespaces", name, ...below], ...words });

const meant = (word: string, known: readonly string[], otherwise: string): string => {
  const found = nearest(word, known);
  return found === undefined ? otherwise : `did you mean ${show(found)}?`;
};

/** Refuses a namespace that the platform does not make. */
export const ownedNamespacesExist = ({ ownedNamespaces, namespaces }: World): Finding[] =>
  ownedNamespaces
    .filter(({ name }) => !namespaces.includes(name))
    .map((owned) =>
      at(owned, [], {
        expected: `a namespace that the platform makes: ${oneOf(namespaces)}`,
        got: show(owned.name),
        fix: meant(
          owned.name,
          namespaces,
          "ask the platform's engineers to add it to organisation.namespaces, or write environments for one of the product's own",
        ),
      }),
    );

/** Refuses a namespace that two products own: each would decide for the other. */
export function namespacesHaveOneOwner({ ownedNamespaces }: World): Finding[] {
  const first = new Map<string, OwnedNamespace>();
  return ownedNamespaces.flatMap((owned) => {
    const earlier = first.get(owned.name);
    first.set(owned.name, earlier ?? owned);
    return earlier === undefined
      ? []
      : [
          at(owned, [], {
            expected: "a namespace of one product",
            got: `${show(owned.name)}, which ${earlier.file.path} owns`,
            fix: "take it out of one of the two",
          }),
        ];
  });
}

/** Refuses to share a namespace with a team that does not exist. */
export const sharesAreWithTeams = ({ ownedNamespaces, settings: { teams } }: World): Finding[] =>
  ownedNamespaces.flatMap((owned) =>
    owned.sharedWith.flatMap((team, index) =>
      Object.hasOwn(teams, team)
        ? []
        : [
            at(owned, ["sharedWith", index], {
              expected: `a team: ${oneOf(Object.keys(teams))}`,
              got: show(team),
              fix: meant(
                team,
                Object.keys(teams),
                "ask the platform's engineers to add it to products.teams",
              ),
            }),
          ],
    ),
  );

/** Refuses to share a namespace with its owner, or with a team twice. */
export const sharesAreWithOthers = ({ ownedNamespaces }: World): Finding[] =>
  ownedNamespaces.flatMap((owned) =>
    owned.sharedWith.flatMap((team, index) =>
      team !== owned.owner && owned.sharedWith.indexOf(team) === index
        ? []
        : [
            at(owned, ["sharedWith", index], {
              expected: "each other team once",
              got: show(team),
              fix: team === owned.owner ? "leave it out: the namespace is its own" : "keep one",
            }),
          ],
    ),
  );

/** Refuses an application in a namespace that its team neither owns nor is let into. */
export function applicationsAreLetIn({ applications, ownedNamespaces }: World): Finding[] {
  const allowed = namespacesByTeam(ownedNamespaces);
  return applications.flatMap(({ file, application: { name, team, namespace } }) => {
    const own = allowed.get(team) ?? [];
    if (own.includes(namespace)) {
      return [];
    }
    const owned = ownedNamespaces.find((each) => each.name === namespace);
    return [
      {
        file,
        path: ["applications", name, "namespace"],
        expected: `a namespace that ${team} owns or that is shared with it: ${own.length === 0 ? "none yet" : oneOf(own)}`,
        ...(owned === undefined
          ? {
              got: `${show(namespace)}, which no product owns`,
              fix: meant(namespace, own, "ask the platform's engineers for it"),
            }
          : {
              got: `${show(namespace)}, which ${owned.owner} owns`,
              fix: `ask ${owned.owner} to add ${team} to namespaces.${namespace}.sharedWith in ${owned.file.path}`,
            }),
      },
    ];
  });
}
