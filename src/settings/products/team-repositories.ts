import { ANY_REPOSITORY } from "../checking/repository";
import { type Path, problem, show } from "../checking/problem";
import type { World } from "./world";

const isPattern = (given: string): boolean => given.endsWith("*");
const beginningOf = (given: string): string => given.replace(/\*$/, "").toLowerCase();

/** True if a repository is the one that a team was given, or begins as it does. GitHub tells none apart by capitals. */
export const coversRepository = (given: string, repository: string): boolean =>
  isPattern(given)
    ? repository.toLowerCase().startsWith(beginningOf(given))
    : repository.toLowerCase() === beginningOf(given);

/** Entry of a team's repositories. */
interface Given {
  readonly team: string;
  readonly given: string;
  readonly path: Path;
}

const meet = (one: string, other: string): boolean =>
  coversRepository(one, beginningOf(other)) || coversRepository(other, beginningOf(one));

/** Problems of the repositories that teams were given (T29). */
export function problemsOfRepositories({ settings: { teams }, gitHub }: World): string[] {
  const all = Object.entries(teams).flatMap(([team, { repositories = [] }]) =>
    repositories.map((given, index): Given => ({
      team,
      given,
      path: ["products", "teams", team, "repositories", index],
    })),
  );
  const sound = all.filter((entry) => problemsOfShape(entry, gitHub).length === 0);
  return [
    ...all.flatMap((entry) => problemsOfShape(entry, gitHub)),
    ...sound.flatMap((entry, index) => problemsOfRivals(entry, sound.slice(0, index))),
  ];
}

const problemsOfShape = ({ given, path }: Given, gitHub: string): string[] =>
  ANY_REPOSITORY.test(given.replace(/[-._]?\*$/, "")) && given.startsWith(`${gitHub}/`)
    ? []
    : [
        problem(
          path,
          `a repository of ${gitHub}, or the beginning of several and a * (T29)`,
          show(given),
          `write ${gitHub}/ and its name, such as ${gitHub}/maps or ${gitHub}/maps-*`,
        ),
      ];

const problemsOfRivals = ({ team, given, path }: Given, earlier: readonly Given[]): string[] => {
  const rival = earlier.find((other) => other.team !== team && meet(other.given, given));
  return rival === undefined
    ? []
    : [
        problem(
          path,
          "repositories of one team (T29)",
          `${show(given)}, which meets ${show(rival.given)} of ${rival.team}`,
          "give each repository to one team",
        ),
      ];
};
