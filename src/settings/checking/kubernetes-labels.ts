import { type Path, problem, show } from "./problem";

/** @see https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set */
const NAME = /^[A-Za-z0-9]([-\w.]{0,61}[A-Za-z0-9])?$/;
const PREFIX = /^(?=.{1,253}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const VALUE = /^([A-Za-z0-9]([-\w.]{0,61}[A-Za-z0-9])?)?$/;

function isKey(key: string): boolean {
  const [first = "", second, ...others] = key.split("/");
  return (
    others.length === 0 && (second === undefined ? NAME.test(first) : PREFIX.test(first) && NAME.test(second))
  );
}

/** Refuses what is no key of a label. */
export const problemsOfLabelKey = (path: Path, key: string): string[] =>
  isKey(key)
    ? []
    : [
        problem(
          path,
          'a key such as "example.org/pool"',
          show(key),
          "write letters, digits, - _ and . after an optional prefix and /",
        ),
      ];

/** Refuses what is no value of a label. */
export const problemsOfLabelValue = (path: Path, value: string): string[] =>
  VALUE.test(value)
    ? []
    : [problem(path, "63 letters, digits, - _ and . at most", show(value), "shorten or rename it")];
