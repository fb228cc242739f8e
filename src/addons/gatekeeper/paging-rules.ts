import type { Path } from "../../settings/checking/problem";
import { problemsOfReason } from "../../settings/checking/reason";
import { problemsOfNamespace } from "./namespace-rule";
import type { PagingConfig } from "./settings";

/** Checks the namespaces of applications whose alerts may page. */
export const problemsOfPaging = (
  paging: readonly PagingConfig[],
  path: Path,
  namespaces: readonly string[],
): string[] =>
  paging.flatMap(({ namespace, reason }, index) => [
    ...problemsOfNamespace(namespace, [...path, index, "namespace"], namespaces),
    ...problemsOfReason(reason, [...path, index, "reason"], "say which team answers, and when"),
  ]);
