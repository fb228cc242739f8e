import type { EnvironmentConfig } from "../environment/environment";
import { environmentLabel } from "../checking/label";
import { problem, show } from "../checking/problem";

/**
 * Refuses two environments with one name: stacks, and the workspaces with their state, are named after it.
 */
export const namesAreUnique = (environments: readonly EnvironmentConfig[]): string[] =>
  repeated(environments, ({ name }) => name).map(({ again }) =>
    located(
      again,
      problem(
        ["name"],
        "a name of its own, since stacks are called <stack>-<name>",
        `${show(again.name)} a second time`,
        "rename one of the two",
      ),
    ),
  );

/** Refuses two environments with one publishing domain: a zone can be delegated to one account only. */
export const publishingDomainsAreUnique = (environments: readonly EnvironmentConfig[]): string[] =>
  repeated(
    environments.filter(({ dns }) => dns.publishingDomain !== undefined),
    ({ dns }) => String(dns.publishingDomain),
  ).map(({ first, again }) =>
    located(
      again,
      problem(
        ["dns", "publishingDomain"],
        "a domain of its own",
        `${show(again.dns.publishingDomain)}, which ${environmentLabel(first)} has`,
        "give each environment another",
      ),
    ),
  );

const located = (config: EnvironmentConfig, text: string) => `${environmentLabel(config)} ${text}`;

interface Repetition {
  readonly first: EnvironmentConfig;
  readonly again: EnvironmentConfig;
}

function repeated(
  environments: readonly EnvironmentConfig[],
  value: (config: EnvironmentConfig) => string,
): Repetition[] {
  const firsts = new Map<string, EnvironmentConfig>();
  return environments.flatMap((again) => {
    const first = firsts.get(value(again));
    firsts.set(value(again), first ?? again);
    return first ? [{ first, again }] : [];
  });
}
