import { ownValue } from "../../checking/own-value";
import { oneOf, show } from "../../checking/problem";
import type { Finding } from "../finding";
import { coversRepository } from "../team-repositories";
import type { World } from "../world";
import { at } from "./at";
import { madeOnGitHub } from "./git-hub";

/**
 * Refuses a repository that the platform's engineers did not give the team, where Terraform sets up its environments: those of a
 * repository that no file names may guard what another team deploys.
 */
export const repositoriesAreGiven = (world: World): Finding[] =>
  madeOnGitHub(world).flatMap(({ tenant, deploy: { repository } }) => {
    const { team } = tenant.product.owner;
    const given = ownValue(world.settings.teams, team)?.repositories ?? [];
    // Another rule refuses those of other organisations.
    return !repository.startsWith(`${world.gitHub}/`) ||
      given.some((each) => coversRepository(each, repository))
      ? []
      : [
          at(tenant, ["deploy", "repository"], {
            expected: `a repository that ${team} was given: ${oneOf(given)}`,
            got: show(repository),
            fix: `ask the platform's engineers to add it to products.teams.${team}.repositories`,
          }),
        ];
  });
