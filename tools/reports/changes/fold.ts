/** A statement about one stack of one environment. */
export interface Located {
  /** Environment; empty for a stack that belongs to none. */
  readonly environment: string;

  /** Stack's name without the environment. */
  readonly stack: string;
}

/** Statement that holds for several environments. */
export type Folded<T extends Located> = Omit<T, "environment"> & { readonly environments: readonly string[] };

/** Placeholder for an environment's own name. */
const ANY_ENVIRONMENT = "<environment>";

/**
 * Joins statements that are the same in several environments, or differ only in the environment's name. The
 * order is that of the first one.
 */
export function fold<T extends Located>(items: readonly T[]): Folded<T>[] {
  const groups = new Map<string, { said: Set<string>; environments: string[] }>();
  for (const { environment, ...rest } of items) {
    const said = JSON.stringify(rest);
    const key = withoutName(said, environment);
    const group = groups.get(key) ?? { said: new Set(), environments: [] };
    group.said.add(said);
    group.environments.push(...(environment ? [environment] : []));
    groups.set(key, group);
  }

  return [...groups].map(([key, { said, environments }]) => {
    const [only] = said;
    const text = said.size === 1 ? only! : key;
    return { environments, ...(JSON.parse(text) as Omit<T, "environment">) };
  });
}

const withoutName = (text: string, environment: string): string =>
  environment
    ? text.replace(new RegExp(`(?<![A-Za-z0-9])${environment}(?![A-Za-z0-9])`, "g"), ANY_ENVIRONMENT)
    : text;
