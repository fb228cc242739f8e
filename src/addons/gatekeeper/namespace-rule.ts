import { oneOf, type Path, problem, show } from "../../settings/checking/problem";

/** Refuses a setting for a namespace that the platform does not have. */
export const problemsOfNamespace = (
  namespace: string,
  path: Path,
  namespaces: readonly string[],
): string[] =>
  namespaces.includes(namespace)
    ? []
    : [problem(path, oneOf(namespaces), show(namespace), "choose one, or declare the namespace")];
