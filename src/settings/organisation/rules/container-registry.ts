import { matches } from "../../checking/matches";
import { repositoryOf } from "../../checking/repository";
import type { OrganisationConfig } from "../schema";
import { environmentIsKnown } from "./known-environment";
import { problemsOfRegion } from "./names";

/** Checks that the registry is in an account of the organisation, and its base images in its repositories. */
export const problemsOfContainerRegistry = (organisation: OrganisationConfig): string[] => {
  const { containerRegistry: registry, gitHub } = organisation;
  const path = ["organisation", "containerRegistry"];

  return registry === false
    ? []
    : [
        ...environmentIsKnown([...path, "environment"], registry.environment, organisation),
        ...problemsOfRegion([...path, "region"], registry.region),
        ...registry.baseImages.flatMap(({ repository }, index) =>
          matches(
            repository,
            repositoryOf(gitHub),
            [...path, "baseImages", index, "repository"],
            `a repository of ${gitHub}`,
            "nobody else's code is deployed",
          ),
        ),
      ];
};
