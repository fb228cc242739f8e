import type { NotMadeConfig } from "../../../src/settings/organisation/charts-layout-schema";
import { matches } from "./pattern";

/** Problem of workloads that need something which is not there, or cannot be called. */
export interface Missing {
  /** Object by kind and name. */
  readonly object: string;
  readonly problem: string;

  /** Names of the workloads that need it. */
  readonly callers: readonly string[];
}

/** Problems of an application, and what the layout says of the others. */
export interface Judged {
  readonly problems: readonly string[];

  /** Objects that are not made, each with the layout's reason. */
  readonly notMade: readonly string[];
}

/** Sorts problems by the layout's list of objects that are not made. */
export function judged(missing: readonly Missing[], listed: readonly NotMadeConfig[]): Judged {
  const explained = (object: string) => listed.find((one) => matches(one.object, object));
  const callers = new Map<string, string[]>();
  for (const { problem, callers: names } of missing.filter(({ object }) => !explained(object))) {
    callers.set(problem, [...(callers.get(problem) ?? []), ...names]);
  }
  return {
    problems: [...callers].map(([problem, names]) => `${problem}; ${namesOf([...new Set(names)])}`),
    notMade: [
      ...new Set(
        missing.flatMap(({ object }) => {
          const found = explained(object);
          return found === undefined ? [] : [`${found.object}: ${found.reason}`];
        }),
      ),
    ],
  };
}

/** The first workload by name, and the number of others. */
const namesOf = ([first = "", ...others]: readonly string[]): string =>
  others.length === 0 ? `${first} needs it` : `${first} and ${others.length} more need it`;
