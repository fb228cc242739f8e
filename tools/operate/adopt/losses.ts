import { ownValue } from "../../../src/settings/checking/own-value";
import type { Json } from "../../../src/output/leaves";
import { isIgnored } from "../../reports/changes/ignored";
import { LONG_LIVED, REPLACING } from "../../reports/changes/long-lived";
import { isMap, textOf } from "../../terraform-json/json-map";
import type { Kept } from "./adoption";
import { at, isName } from "./identity";
import type { Target, TargetStack } from "./target-stack";
import { targetAt } from "./target-stack";

/** Thing that its provider would destroy and make anew, though it keeps its place in a state. */
export interface Replaced {
  readonly address: string;
  readonly from: string;

  /** Attributes that change, each in words. */
  readonly because: readonly string[];

  /** Loss that comes with it; `undefined` if nothing of worth goes. */
  readonly loss?: string;
}

/** Things of a stack that would be replaced, and with them the ones that name them in what cannot change. */
export function replacedIn(stack: TargetStack, kept: readonly Kept[]): readonly Replaced[] {
  const replaced = new Map<string, Replaced>();
  const there = new Set(kept.map(({ to }) => to));
  const isNew = (address: string) => !there.has(address) || replaced.has(address);
  for (let before = -1; before < replaced.size;) {
    before = replaced.size;
    for (const { entry, to } of kept) {
      const target = targetAt(stack, to);
      const because = target === undefined ? [] : changesOf(target, entry.values, isNew, stack);
      if (because.length > 0) {
        const loss = ownValue(LONG_LIVED, entry.type);
        replaced.set(to, { address: to, from: entry.address, because, ...(loss !== undefined && { loss }) });
      }
    }
  }
  return [...replaced.values()];
}

function changesOf(
  { type, block, isRepeated }: Target,
  values: Kept["entry"]["values"],
  isNew: (address: string) => boolean,
  stack: TargetStack,
): string[] {
  if (values === undefined || isRepeated) {
    return [];
  }
  return (ownValue(REPLACING, type) ?? [])
    .filter((attribute) => !isIgnored(block, attribute.split(".")))
    .flatMap((attribute) => {
      const path = attribute.split(".");
      const [now, was] = [at(block, path), at(values, path)];
      const named = referencesIn(now).filter((address) => stack.targets.has(address) && isNew(address));
      if (named.length > 0) {
        return [`${attribute} names ${named.join(", ")}, which is made anew${hintAt(type, attribute)}`];
      }
      return isOther(now, was)
        ? [isName(type, attribute) ? inWords(attribute, now, was) : `${attribute} changes`]
        : [];
    });
}

/** Setting that keeps a thing as it is. */
const hintAt = (type: string, attribute: string): string =>
  type === "aws_eks_cluster" && attribute === "role_arn"
    ? "; write its present name in the cluster's controlPlaneRole"
    : "";

/** A change of a name. Other values are none of a reader's business. */
const inWords = (attribute: string, now: Json | undefined, was: Json | undefined): string =>
  `${attribute} is ${JSON.stringify(was)}, and would be ${JSON.stringify(now)}`;

/** True if both values are known before an apply, and differ. */
function isOther(now: Json | undefined, was: Json | undefined): boolean {
  const [a, b] = [known(now), known(was)];
  return a !== undefined && b !== undefined && a !== b;
}

function known(value: Json | undefined): string | undefined {
  if (value === undefined || value === null || isMap(value) || /\$\{/.test(textOf(value))) {
    return undefined;
  }
  return Array.isArray(value)
    ? JSON.stringify([...(value as string[])].sort())
    : textOf(value).replace(/\.$/, "");
}

const referencesIn = (value: Json | undefined): string[] =>
  [...JSON.stringify(value ?? null).matchAll(/\$\{([a-z][a-z0-9_]*\.[\w-]+)/g)]
    .map(([, address = ""]) => address)
    .filter((address) => !/^(?:data|module|var|local|each)\./.test(address));
