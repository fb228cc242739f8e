import { show } from "../../checking/problem";
import { repositoryOf } from "../../checking/repository";
import { repositoryId } from "../../organisation/repository-id";
import type { WrittenApplication } from "../applications";
import type { Finding } from "../finding";
import type { World } from "../world";

/**
 * Characters of the longest name: the roles of its workflows are `github-<repository>_push`, and IAM allows
 * 64 characters.
 */
const LONGEST_NAME = 52;

/** Refuses a repository of another organisation, and one whose workflows' roles would have no name. */
export const applicationsAreOurs = ({ applications, gitHub }: World): Finding[] =>
  applications
    .filter(({ application: { repository } }) => !isOurs(repository, gitHub))
    .map((written) =>
      at(written, {
        expected: `a repository of ${gitHub} on GitHub, of ${LONGEST_NAME} characters at most`,
        got: show(written.application.repository),
        fix: `write "${gitHub}/" and its name: nobody else's code is deployed`,
      }),
    );

const isOurs = (repository: string, gitHub: string): boolean =>
  repositoryOf(gitHub).test(repository) && repository.length <= `${gitHub}/`.length + LONGEST_NAME;

/**
 * Refuses two repositories whose names differ so little that Terraform would give them one name, or IAM,
 * which ignores case.
 */
export function repositoriesDiffer({ applications, baseImages }: World): Finding[] {
  const known = new Map(baseImages.map(({ repository }) => [repositoryId(repository), repository]));
  return applications.flatMap((written) => {
    const { repository } = written.application;
    const id = repositoryId(repository);
    const first = known.get(id) ?? repository;
    known.set(id, first);
    return first === repository
      ? []
      : [
          at(written, {
            expected: 'a repository that differs from others by more than case, ".", "_" and "-"',
            got: `${show(repository)} beside ${show(first)}`,
            fix: "write both alike where they are one, or rename one of them on GitHub",
          }),
        ];
  });
}

const at = (
  { file, application }: WrittenApplication,
  words: Pick<Finding, "expected" | "got" | "fix">,
): Finding => ({ file, path: ["applications", application.name, "repository"], ...words });
