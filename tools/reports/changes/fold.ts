/** Something said about one stack of one environment. */
export interface Located {
  /** Empty for a stack that belongs to none. */
  readonly environment: string;

  /** Its name without the environment. */
  readonly stack: string;
}

/** The same, said once for all environments that it holds for. */
export type Folded<T extends Located> = Omit<T, "environment"> & { readonly environments: readonly string[] };

/** What an environment's own name is replaced by in what several have alike. */
const ANY_ENVIRONMENT = "<environment>";

/**
 * Says once what is the same in several environments, also where their own names are all that differs. The order is
 * that of the first mention.
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
