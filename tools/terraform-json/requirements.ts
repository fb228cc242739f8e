import { asMap, isMap, type JsonMap, textOf } from "./json-map";

/** A provider that stacks need, in their exact version. */
export interface Requirement {
  /** Local name in the stack: the first word of its resources' types. */
  readonly name: string;
  readonly source: string;
  readonly version: string;
}

/** Providers in a stack's `required_providers`. */
export function requirementsOf({ terraform }: JsonMap): Requirement[] {
  return Object.entries(asMap(asMap(terraform).required_providers)).flatMap(([name, provider]) =>
    isMap(provider) ? [{ name, source: textOf(provider.source), version: textOf(provider.version) }] : [],
  );
}

/** Providers that any of the stacks needs, each once. */
export function allRequirements(stacks: readonly JsonMap[]): Requirement[] {
  const all = stacks.flatMap(requirementsOf);
  return [...new Map(all.map((requirement) => [keyOf(requirement), requirement])).values()];
}

export const keyOf = ({ name, source, version }: Requirement): string => `${name} ${source} ${version}`;
