import { type Path, problem, show } from "../../settings/checking/problem";
import { problemsOfReason } from "../../settings/checking/reason";
import { problemsOfNamespace } from "./namespace-rule";
import type { ImagesConfig } from "./settings";

/** A host, and below it a whole name without a tag. */
const REPOSITORY = /^[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?(\/[a-z0-9]+([._-]+[a-z0-9]+)*)+$/;

/** Checks the images that pods of single namespaces may use. */
export const problemsOfImages = (
  images: readonly ImagesConfig[],
  path: Path,
  namespaces: readonly string[],
): string[] =>
  images.flatMap(({ namespace, repositories, upstream, reason }, index) => [
    ...problemsOfNamespace(namespace, [...path, index, "namespace"], namespaces),
    ...repositories.flatMap((repository, place) =>
      REPOSITORY.test(repository)
        ? []
        : [
            problem(
              [...path, index, "repositories", place],
              'a repository such as "docker.io/library/redis"',
              show(repository),
              "write the whole name with its host, without a tag and without a pattern",
            ),
          ],
    ),
    ...(upstream === undefined
      ? []
      : problemsOfReason(
          upstream.reason,
          [...path, index, "upstream", "reason"],
          "say why the charts cannot name the registry's copies",
        )),
    ...problemsOfReason(reason, [...path, index, "reason"], "say what needs these images"),
  ]);
