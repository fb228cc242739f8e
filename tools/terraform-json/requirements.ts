import { asMap, isMap, type JsonMap, textOf } from "./json-map";

/** A provider that stacks say they need, in the one version that they say. */
export interface Requirement {
  /** What the stack calls it: the first word of its resources' types. */
  readonly name: string;
  readonly source: string;
  readonly version: string;
}

/** The providers in a stack's `required_providers`. */
export function requirementsOf({ terraform }: JsonMap): Requirement[] {
  return Object.entries(asMap(asMap(terraform).required_providers)).flatMap(([name, provider]) =>
    isMap(provider) ? [{ name, source: textOf(provider.source), version: textOf(provider.version) }] : [],
  );
}

/** Every provider that any of the stacks needs, once. */
export function allRequirements(stacks: readonly JsonMap[]): Requirement[] {
  const all = stacks.flatMap(requirementsOf);
  return [...new Map(all.map((requirement) => [keyOf(requirement), requirement])).values()];
}

export const keyOf = ({ name, source, version }: Requirement): string => `${name} ${source} ${version}`;
