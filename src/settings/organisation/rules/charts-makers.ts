import { oneOf, type Path, problem, show } from "../../checking/problem";
import type { ChartsLayoutConfig } from "../charts-layout-schema";
import type { OrganisationConfig } from "../schema";

/** Makers of Applications are people who can sign in. */
export const makersSignIn = (
  { projects }: ChartsLayoutConfig,
  { signIn }: OrganisationConfig,
  at: Path,
): string[] =>
  projects.flatMap(({ makers }, index) =>
    makers.flatMap((team, place) =>
      signIn === false || signIn.teams.includes(team)
        ? []
        : [
            problem(
              [...at, "projects", index, "makers", place],
              oneOf(signIn.teams),
              show(team),
              "add it to organisation.signIn.teams, or its members could not sign in",
            ),
          ],
    ),
  );
