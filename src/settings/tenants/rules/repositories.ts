import type { Organisation } from "../../organisation/organisation";
import type { BaseImage } from "../../organisation/container-registry-schema";
import { repositoryId } from "../../organisation/repository-id";
import type { ApplicationConfig } from "../tenants";
import { type Path, problem, show } from "../../checking/problem";
import { repositoryOf } from "../../checking/repository";
import { entryPath } from "../entry-path";

/**
 * Characters of the longest name: the roles of its workflows are `github-<repository>_push`, and IAM allows
 * 64 characters.
 */
const LONGEST_NAME = 52;

/** Problems of the repository that an application is built from. */
export const problemsOfRepository = (repository: string, path: Path, { gitHub }: Organisation): string[] =>
  repositoryOf(gitHub).test(repository) && repository.length <= `${gitHub}/`.length + LONGEST_NAME
    ? []
    : [
        problem(
          path,
          `a repository of ${gitHub} on GitHub, of ${LONGEST_NAME} characters at most`,
          show(repository),
          `write "${gitHub}/" and its name: nobody else's code is deployed`,
        ),
      ];

/**
 * Refuses two repositories whose names differ so little that Terraform would give them one name, or IAM,
 * which ignores case.
 */
export function repositoriesDiffer(
  applications: readonly ApplicationConfig[],
  baseImages: readonly BaseImage[],
): string[] {
  const known = new Map(baseImages.map(({ repository }) => [repositoryId(repository), repository]));

  return applications.flatMap((application, index) => {
    const { repository } = application;
    const id = repositoryId(repository);
    const first = known.get(id) ?? repository;
    known.set(id, first);
    return first === repository
      ? []
      : [
          problem(
            [...entryPath("applications", application, index), "repository"],
            'a repository that differs from others by more than case, ".", "_" and "-"',
            `${show(repository)} beside ${show(first)}`,
            "write both alike where they are one, or rename one of them on GitHub",
          ),
        ];
  });
}
