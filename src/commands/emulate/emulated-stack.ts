import type { Json } from "../../output/leaves";
import { asList, asMap, type JsonMap } from "../changes/json-map";
import { withoutBlocks } from "../copies/without-blocks";
import { FORGOTTEN, NOT_EMULATED } from "./not-emulated";

const STAND_INS = "not_emulated";

/** A stack that can be applied to an emulator: without what that lacks, and with values in its place. */
export function emulatedStack(stack: JsonMap): JsonMap {
  const left = withoutBlocks(
    { ...stack, provider: emulatedProviders(stack.provider), resource: forgetting(stack.resource) },
    {
      isRemoved: isNotEmulated,
      standInFor: (address) => `local.${STAND_INS}.${nameOf(typeOf(address))}`,
    },
  );
  const standIns = Object.entries(NOT_EMULATED).map(([type, { standIn }]): [string, Json] => [
    nameOf(type),
    standIn ?? {},
  ]);
  return { ...left, locals: { ...asMap(left.locals), [STAND_INS]: Object.fromEntries(standIns) } };
}

/** The addresses of a stack's resources and data sources that are left out. */
export const leftOutOf = (stack: JsonMap): string[] =>
  [
    ["resource", ""],
    ["data", "data."],
  ].flatMap(([section = "", prefix = ""]) =>
    Object.entries(asMap(stack[section]))
      .flatMap(([type, blocks]) => Object.keys(asMap(blocks)).map((name) => `${prefix}${type}.${name}`))
      .filter(isNotEmulated),
  );

/** The type in an address, with `data.` in front of it where it is a data source's. */
export const typeOf = (address: string): string => address.replace(/\.[^.]*$/, "");

const isNotEmulated = (address: string): boolean => Object.hasOwn(NOT_EMULATED, typeOf(address));

const nameOf = (type: string): string => type.replace(".", "_");

/** An emulator has one host name, not one for each bucket. */
const emulatedProviders = (providers: Json | undefined): JsonMap => {
  const { aws, ...others } = asMap(providers);
  return { ...others, aws: asList(aws).map((one) => ({ ...asMap(one), s3_use_path_style: true })) };
};

/** The same resources, that are not changed where only what an emulator forgets would be set again. */
const forgetting = (resources: Json | undefined): JsonMap =>
  Object.fromEntries(
    Object.entries(asMap(resources)).map(([type, blocks]) => {
      const forgotten = Object.hasOwn(FORGOTTEN, type) ? FORGOTTEN[type] : undefined;
      return [type, forgotten === undefined ? blocks : ignoring(asMap(blocks), forgotten.arguments)];
    }),
  );

const ignoring = (blocks: JsonMap, names: readonly string[]): JsonMap =>
  Object.fromEntries(
    Object.entries(blocks).map(([name, block]) => {
      const { lifecycle, ...rest } = asMap(block);
      const already = asList(asMap(lifecycle).ignore_changes);
      return [name, { ...rest, lifecycle: { ...asMap(lifecycle), ignore_changes: [...already, ...names] } }];
    }),
  );
