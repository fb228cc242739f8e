import type { Json } from "../../../src/output/leaves";
import { asList, asMap, type JsonMap } from "../../terraform-json/json-map";
import { withoutBlocks } from "../../terraform-json/without-blocks";
import type { Gaps } from "./gaps";
import { leftOutOf, typeOf } from "./left-out";

const STAND_INS = "not_emulated";

/** A stack that can be applied to an emulator: without unsupported blocks, and with values in their place. */
export function emulatedStack(stack: JsonMap, gaps: Gaps): JsonMap {
  const leftOut = new Set(leftOutOf(stack, gaps).map(({ address }) => address));
  const left = withoutBlocks(
    { ...stack, provider: emulatedProviders(stack.provider), resource: replaceable(stack.resource, gaps) },
    {
      isRemoved: (address) => leftOut.has(address),
      standInFor: (address) => `local.${STAND_INS}.${keyOf(typeOf(address))}`,
    },
  );
  const standIns = Object.entries(gaps.types).map(([type, { standIn }]): [string, Json] => [
    keyOf(type),
    standIn ?? {},
  ]);
  return { ...left, locals: { ...asMap(left.locals), [STAND_INS]: Object.fromEntries(standIns) } };
}

const keyOf = (type: string): string => type.replace(".", "_");

/** Providers with one host name for all of an emulator's buckets. */
const emulatedProviders = (providers: Json | undefined): JsonMap => {
  const { aws, ...others } = asMap(providers);
  return { ...others, aws: asList(aws).map((one) => ({ ...asMap(one), s3_use_path_style: true })) };
};

/**
 * Same resources, with arguments that an emulator forgets ignored, and with replacements allowed, so that a
 * plan which replaces one gives the reason.
 */
const replaceable = (resources: Json | undefined, { forgotten }: Gaps): JsonMap =>
  Object.fromEntries(
    Object.entries(asMap(resources)).map(([type, blocks]) => {
      const names = Object.hasOwn(forgotten, type) ? forgotten[type]!.arguments : [];
      const adapted = Object.entries(asMap(blocks)).map(([name, block]): [string, JsonMap] => {
        const { lifecycle, ...rest } = asMap(block);
        return [name, { ...rest, lifecycle: lifecycleOf(asMap(lifecycle), names) }];
      });
      return [type, Object.fromEntries(adapted)];
    }),
  );

const lifecycleOf = ({ ignore_changes, ...lifecycle }: JsonMap, forgotten: readonly string[]): JsonMap => ({
  ...lifecycle,
  prevent_destroy: false,
  ignore_changes: [...asList(ignore_changes), ...forgotten],
});
