import { withProviders } from "../../../offline/with-providers";
import { asMap, type JsonMap } from "../../../terraform-json/json-map";
import { keyOf, requirementsOf } from "../../../terraform-json/requirements";
import type { SynthesisedStack } from "../../../terraform-json/stack";
import type { Provider } from "../../../toolbox/providers";
import { emulatedStack } from "../emulated-stack";
import { leftOutOf } from "../left-out";
import type { Gaps } from "../gaps";
import { JUDGED, lackingArguments, MOTO_FOR_TENANTS, withoutUnwritten } from "./gaps";
import { isProtected } from "./verdicts";

/** Copies of a stack that are applied and judged in place of it. */
export interface Copies {
  /** Parts that AWS makes, without those that the emulator lacks. */
  readonly applied: JsonMap;

  /** Parts that AWS makes, with those that the emulator lacks, and without protections. */
  readonly bare: JsonMap;

  /** The same with its protections. */
  readonly kept: JsonMap;
}

/** Copies of a stack, with the version of the provider that is there. */
export function copiesOf(stack: SynthesisedStack, aws: Provider): Copies {
  const own = awsOf(stack, aws);
  const written = (gaps: Gaps) => {
    const emulated = emulatedStack(own, gaps);
    return { ...emulated, resource: withoutUnwritten(asMap(emulated.resource)) };
  };
  const applied = written(MOTO_FOR_TENANTS);
  const judged = written(JUDGED);
  const bare = { ...judged, resource: withLacking(judged.resource, own) };
  return { applied, bare, kept: { ...bare, resource: withProtections(bare.resource, stack.json) } };
}

/** Stack with what AWS makes of it alone. */
function awsOf(stack: SynthesisedStack, aws: Provider): JsonMap {
  const providers = new Map(
    requirementsOf(stack.json).map((requirement) => [
      keyOf(requirement),
      requirement.name === "aws" ? aws : { ...requirement, missing: "not part of this" },
    ]),
  );
  return withProviders(stack, providers, () => "null");
}

/** Resources with those that the emulator lacks: no other refers to them, but they may change. */
function withLacking(resources: JsonMap, own: JsonMap): JsonMap {
  const lacking = Object.keys(asMap(own.resource)).filter((type) =>
    Object.hasOwn(MOTO_FOR_TENANTS.types, type),
  );
  return { ...resources, ...Object.fromEntries(lacking.map((type) => [type, asMap(own.resource)[type]!])) };
}

/** Types of a stack that the emulator lacks, and arguments, with reasons. */
export function lackedBy(stack: SynthesisedStack, aws: Provider): ReadonlyMap<string, string> {
  const own = awsOf(stack, aws);
  return new Map([
    ...leftOutOf(own, MOTO_FOR_TENANTS).map(({ gap, reason }): [string, string] => [gap, reason]),
    ...Object.keys(asMap(own.resource)).flatMap(lackingArguments),
  ]);
}

/** Resources with the protections that they have in a stack. */
const withProtections = (resources: JsonMap, stack: JsonMap): JsonMap =>
  Object.fromEntries(
    Object.entries(resources).map(([type, blocks]): [string, JsonMap] => [
      type,
      Object.fromEntries(
        Object.entries(asMap(blocks)).map(([name, block]): [string, JsonMap] => {
          const { lifecycle, ...rest } = asMap(block);
          const prevent_destroy = isProtected({ address: `${type}.${name}`, type }, stack);
          return [name, { ...rest, lifecycle: { ...asMap(lifecycle), prevent_destroy } }];
        }),
      ),
    ]),
  );
