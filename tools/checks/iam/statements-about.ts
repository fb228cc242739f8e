import type { Json } from "../../../src/output/leaves";

type Statement = Readonly<Record<string, Json>>;

/**
 * Policy without its statements about other actions. They decide nothing, and the simulator goes through each at
 * length.
 */
export function statementsAbout(action: string, policy: Json): Json {
  const { Statement: statements, ...rest } = policy as Statement;
  const all = (Array.isArray(statements) ? statements : [statements]) as readonly Statement[];
  return { ...rest, Statement: all.filter((statement) => isAbout(action, statement)) };
}

/** True of a statement that lists the actions that it is not about, too. */
const isAbout = (action: string, { Action: actions }: Statement): boolean =>
  actions === undefined ||
  (Array.isArray(actions) ? actions : [actions]).some((pattern) => matches(action, String(pattern)));

/** Patterns so far, by their text: a policy is asked about many actions. */
const compiled = new Map<string, RegExp>();

/** IAM reads `*` and `?` as shells do, and letters of either case alike. */
function matches(action: string, pattern: string): boolean {
  const known = compiled.get(pattern) ?? regExpOf(pattern);
  compiled.set(pattern, known);
  return known.test(action);
}

const regExpOf = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .replaceAll(/[^\w*?]/g, "\\$&")
      .replaceAll("*", ".*")
      .replaceAll("?", ".")}$`,
    "i",
  );
