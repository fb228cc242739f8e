import {
  DefaultTokenResolver,
  StringConcat,
  TerraformElement,
  TerraformOutput,
  type TerraformStack,
  Tokenization,
} from "cdktf";
import type { IConstruct } from "constructs";
import { elementJson } from "./element-json";
import type { Json } from "./leaves";

/** Block of JSON while it is put together. */
type Block = Record<string, Json>;

/** Fields of a stack that CDKTF keeps to itself. */
interface Internals {
  readonly rawOverrides: object;
  readonly cdktfVersion: string;
}

/**
 * JSON of a stack, the same as its `toTerraform` makes. That one resolves everything twice, and copies each block once
 * more to merge it.
 *
 * @param constructs - the stack and everything in it
 */
export function stackJson(stack: TerraformStack, constructs: readonly IConstruct[]): Json {
  const elements = constructs.filter((construct) => TerraformElement.isTerraformElement(construct));
  const { rawOverrides, cdktfVersion } = stack as unknown as Internals;
  const metadata: Block = { version: cdktfVersion, stackName: stack.node.id, backend: "local" };
  const json: Block = { "//": { metadata, outputs: outputsOf(elements) } };

  if (Object.keys(rawOverrides).length > 0) {
    metadata.overrides = { stack: Object.keys(rawOverrides) };
  }
  for (const element of elements) {
    merge(metadata, resolved(stack, element.toMetadata()));
    merge(json, resolved(stack, elementJson(element)));
  }
  merge(json, resolved(stack, rawOverrides));
  return json;
}

const resolver = new DefaultTokenResolver(new StringConcat());

/** Value without tokens, and of its own: a caller that merges it may change it. */
const resolved = (scope: TerraformStack, value: unknown): Block =>
  Tokenization.resolve(value, { scope, resolver, preparing: false }) as Block;

/** Addresses of outputs, in maps as deep as the paths of their constructs. */
function outputsOf(elements: readonly TerraformElement[]): Block {
  const outputs: Block = {};
  for (const element of elements) {
    if (TerraformOutput.isTerraformOutput(element)) {
      const keys = element.node.path.split("/");
      merge(
        outputs,
        keys.reduceRight<Json>((inner, key) => ({ [key]: inner }), element.friendlyUniqueId),
      );
    }
  }
  return outputs;
}

/** Adds to a block what another has: joins maps and lists of the same key, and replaces any other value. */
function merge(into: Block, from: Json): void {
  for (const [key, value] of Object.entries(from as Block)) {
    const present = into[key];
    if (isList(present) && isList(value)) {
      into[key] = [...present, ...value];
    } else if (isBlock(present) && isBlock(value)) {
      merge(present, value);
    } else {
      into[key] = value;
    }
  }
}

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

const isBlock = (value: Json | undefined): value is Block =>
  typeof value === "object" && value !== null && !isList(value);
