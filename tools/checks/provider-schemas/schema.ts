import type { Json } from "../../../src/output/leaves";
import { asMap, type JsonMap, valueAt } from "../../terraform-json/json-map";

/** Block of a provider's schema, as `terraform providers schema -json` prints it. */
export type Block = JsonMap;

/** Sections of a schema by the section of a stack whose types they describe. */
const SECTIONS: Readonly<Record<string, string>> = {
  resource: "resource_schemas",
  data: "data_source_schemas",
  ephemeral: "ephemeral_resource_schemas",
};

/** Sections of a stack that a schema describes. */
export const STACK_SECTIONS = Object.keys(SECTIONS);

/** Schema of the provider at an address such as `hashicorp/aws`. */
export function providerIn(printed: Json, source: string): JsonMap {
  const address = source.includes("/") ? source.toLowerCase() : `hashicorp/${source}`;
  const schemas = Object.entries(asMap(asMap(printed).provider_schemas));
  return asMap(schemas.find(([name]) => name.endsWith(`/${address}`))?.[1]);
}

/** Block of a type, or `undefined` if the provider does not have it. */
export function blockOf(provider: JsonMap, section: string, type: string): Block | undefined {
  const described = valueAt(asMap(valueAt(provider, SECTIONS[section]!)), type);
  return described === undefined ? undefined : asMap(asMap(described).block);
}

/** Nested block of a block, or `undefined` if there is none of this name. */
export function nestedBlock(block: Block, name: string): Block | undefined {
  const nested = valueAt(asMap(block.block_types), name);
  return nested === undefined ? undefined : asMap(asMap(nested).block);
}

/** Attribute of a block, or `undefined` if there is none of this name. */
export function attributeOf(block: Block, name: string): JsonMap | undefined {
  const attribute = valueAt(asMap(block.attributes), name);
  return attribute === undefined ? undefined : asMap(attribute);
}

/** True for an attribute or a nested block that the provider deprecates. */
export const isDeprecated = (block: Block, name: string): boolean =>
  attributeOf(block, name)?.deprecated === true || nestedBlock(block, name)?.deprecated === true;

/** Names of attributes and nested blocks that a configuration may write. */
export const argumentsOf = (block: Block): string[] => [
  ...Object.entries(asMap(block.attributes))
    .filter(([, attribute]) => asMap(attribute).optional === true || asMap(attribute).required === true)
    .map(([name]) => name),
  ...Object.keys(asMap(block.block_types)),
];
