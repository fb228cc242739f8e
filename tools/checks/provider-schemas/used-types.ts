import { asList, asMap, isMap, type JsonMap } from "../../terraform-json/json-map";
import type { SynthesisedStack } from "../../terraform-json/stack";
import { STACK_SECTIONS } from "./schema";

/** Type of resource, data source or ephemeral resource, with every configuration of it. */
export interface UsedType {
  readonly section: string;
  readonly type: string;
  readonly uses: readonly { readonly address: string; readonly content: JsonMap }[];
}

/** Types of a provider that stacks use. */
export function usedTypes(stacks: readonly SynthesisedStack[], provider: string): UsedType[] {
  const types = new Map<string, UsedType>();
  for (const { id, json } of stacks) {
    for (const section of STACK_SECTIONS) {
      for (const [type, named] of Object.entries(asMap(json[section]))) {
        if (type === provider || type.startsWith(`${provider}_`)) {
          const known = types.get(`${section} ${type}`)?.uses ?? [];
          types.set(`${section} ${type}`, {
            section,
            type,
            uses: [...known, ...usesIn(id, type, asMap(named))],
          });
        }
      }
    }
  }
  return [...types.values()].sort((one, other) => one.type.localeCompare(other.type));
}

const usesIn = (stack: string, type: string, named: JsonMap): UsedType["uses"] =>
  Object.entries(named).flatMap(([name, blocks]) =>
    asList(blocks)
      .filter(isMap)
      .map((content) => ({ address: `${stack}: ${type}.${name}`, content })),
  );
