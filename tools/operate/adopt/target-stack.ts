import type { StackName } from "../../../src/settings/state/stack-names";
import { asMap, type JsonMap, textOf, valueAt } from "../../terraform-json/json-map";
import type { SynthesisedStack } from "../../terraform-json/stack";
import { identityOf } from "./identity";
import { typeOf } from "./read-state";

/** A resource or module that a stack describes. */
export interface Target {
  readonly address: string;
  readonly type: string;
  readonly block: JsonMap;

  /** True if it stands for several things, whose keys only Terraform knows. */
  readonly isRepeated: boolean;
  readonly identity?: string;
}

/** A stack that takes things over. */
export interface TargetStack {
  readonly stack: StackName;
  readonly targets: ReadonlyMap<string, Target>;

  /** Local names of its providers. */
  readonly providers: ReadonlySet<string>;
}

/** Things that a synthesised stack describes. */
export function targetStack(stack: StackName, { json }: SynthesisedStack): TargetStack {
  const resources = Object.entries(asMap(json.resource)).flatMap(([type, blocks]) =>
    Object.entries(asMap(blocks)).map(([name, block]) => targetOf(`${type}.${name}`, type, asMap(block))),
  );
  const modules = Object.entries(asMap(json.module)).map(([name, block]) =>
    targetOf(`module.${name}`, "module", asMap(block)),
  );
  const required = asMap(asMap(json.terraform).required_providers);
  return {
    stack,
    targets: new Map([...resources, ...modules].map((target) => [target.address, target])),
    providers: new Set([...Object.keys(required), "terraform"]),
  };
}

function targetOf(address: string, type: string, block: JsonMap): Target {
  const isRepeated = valueAt(block, "for_each") !== undefined || valueAt(block, "count") !== undefined;
  const identity = isRepeated ? undefined : identityOf(type, block);
  return { address, type, block, isRepeated, ...(identity !== undefined && { identity }) };
}

/** Target that an address is of, with its key or inside its module. */
export function targetAt({ targets }: TargetStack, address: string): Target | undefined {
  const [, base = "", rest = ""] = /^([^.]+\.[^.[]+)(.*)$/.exec(address) ?? [];
  const target = targets.get(base);
  if (
    target === undefined ||
    (rest === "" ? target.isRepeated : !target.isRepeated && target.type !== "module")
  ) {
    return undefined;
  }
  return target.type === "module" ? insideOf(target, address) : target;
}

/** A thing inside a module, of which no more is known than the name of its bucket. */
function insideOf({ block }: Target, address: string): Target {
  const type = typeOf(address);
  const known: JsonMap = type === "aws_s3_bucket" ? { bucket: textOf(block.name) } : {};
  return { address, type, block: known, isRepeated: false };
}
