import { nearest } from "../checking/nearest";
import { oneOf, type Path, problem, show } from "../checking/problem";

/** Refuses a namespace that is none of those that are known. */
export function namespaceIsKnown(path: Path, name: string, known: readonly string[]): string[] {
  if (known.includes(name)) {
    return [];
  }
  const meant = nearest(name, known);
  const fix = meant ? `did you mean ${show(meant)}?` : "add it to organisation.namespaces first";
  return [problem(path, oneOf(known), show(name), fix)];
}
