import type { Json } from "../../../src/output/leaves";
import { asList, isMap, type JsonMap } from "../../terraform-json/json-map";
import { type AcceptedDeprecation, acceptedOf } from "./accepted";
import { argumentsOf, attributeOf, type Block, blockOf, isDeprecated, nestedBlock } from "./schema";
import type { UsedType } from "./used-types";

/** Differences between a provider's schema and the bindings, for one type that stacks use. */
export interface TypeDifference {
  readonly type: string;

  /** Arguments that only the provider knows. */
  readonly added: readonly string[];

  /** Arguments of the bindings that the provider deprecates. */
  readonly deprecated: readonly string[];

  /** Arguments of the bindings that the provider does not know. */
  readonly gone: readonly string[];

  /** Places where stacks write what the provider deprecates or does not know. */
  readonly problems: readonly string[];
}

/** Arguments that Terraform itself takes in every block. */
const OF_TERRAFORM = [
  "//",
  "connection",
  "count",
  "depends_on",
  "for_each",
  "lifecycle",
  "provider",
  "provisioner",
];

/** Compares one type. `bound` has the arguments of its bindings; without any, only what stacks write is compared. */
export function compareType(
  { section, type, uses }: UsedType,
  schema: JsonMap,
  bound: readonly string[] | undefined,
  accepted: readonly AcceptedDeprecation[] = acceptedOf(type),
): TypeDifference {
  const block = blockOf(schema, section, type);
  if (block === undefined) {
    const problems = uses.map(({ address }) => `${address}: the provider has no ${section} ${type}`);
    return { type, added: [], deprecated: [], gone: [...(bound ?? [])], problems };
  }
  const known = bound ?? argumentsOf(block);
  return {
    type,
    added: argumentsOf(block).filter((name) => !known.includes(name)),
    deprecated: known.filter((name) => isDeprecated(block, name)),
    gone: known.filter((name) => !isKnown(block, name)),
    problems: [
      ...uses.flatMap(({ address, content }) =>
        problemsIn(content, block, [], accepted).map((problem) => `${address}: ${problem}`),
      ),
      ...acceptedInVain(block, accepted).map(
        (path) => `${type}.${path}: accepted in vain; the provider does not deprecate it`,
      ),
    ],
  };
}

const isKnown = (block: Block, name: string): boolean =>
  attributeOf(block, name) !== undefined || nestedBlock(block, name) !== undefined;

/** Problems of everything that is written in a block. Values of attributes have types, which Terraform checks. */
function problemsIn(
  content: JsonMap,
  block: Block,
  path: readonly string[],
  accepted: readonly AcceptedDeprecation[],
): string[] {
  return Object.entries(content)
    .filter(([name]) => path.length > 0 || !OF_TERRAFORM.includes(name))
    .flatMap(([name, value]) => [
      ...problemsOf(block, name, [...path, name].join("."), accepted),
      ...problemsBelow(value, nestedBlock(block, name), [...path, name], accepted),
    ]);
}

function problemsOf(
  block: Block,
  name: string,
  path: string,
  accepted: readonly AcceptedDeprecation[],
): string[] {
  if (!isKnown(block, name)) {
    return [`${path}: the provider does not know it`];
  }
  return isDeprecated(block, name) && !accepted.some((each) => each.path.join(".") === path)
    ? [`${path}: the provider deprecates it`]
    : [];
}

const problemsBelow = (
  value: Json,
  block: Block | undefined,
  path: readonly string[],
  accepted: readonly AcceptedDeprecation[],
): string[] =>
  block === undefined
    ? []
    : asList(value)
        .filter(isMap)
        .flatMap((content) => problemsIn(content, block, path, accepted));

/** Accepted arguments that the provider does not deprecate. */
const acceptedInVain = (block: Block, accepted: readonly AcceptedDeprecation[]): string[] =>
  accepted
    .filter(({ path }) => {
      const parent = path
        .slice(0, -1)
        .reduce<Block | undefined>((from, name) => from && nestedBlock(from, name), block);
      return parent === undefined || !isDeprecated(parent, path.at(-1)!);
    })
    .map(({ path }) => path.join("."));
