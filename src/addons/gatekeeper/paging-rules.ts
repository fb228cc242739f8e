import { oneOf, type Path, problem, show } from "../../settings/checking/problem";
import type { PagingConfig } from "./settings";

/** Checks the namespaces of applications whose alerts may page. */
export const problemsOfPaging = (
  paging: readonly PagingConfig[],
  path: Path,
  namespaces: readonly string[],
): string[] =>
  paging.flatMap(({ namespace, reason }, index) => [
    ...(namespaces.includes(namespace)
      ? []
      : [
          problem(
            [...path, index, "namespace"],
            oneOf(namespaces),
            show(namespace),
            "choose one, or declare the namespace",
          ),
        ]),
    ...(/\w{3} \w/.test(reason)
      ? []
      : [
          problem([...path, index, "reason"], "a sentence", show(reason), "say which team answers, and when"),
        ]),
  ]);
