import { asMap, type JsonMap } from "../../terraform-json/json-map";
import type { Gaps } from "./gaps";

/** A block that an emulator does not support. */
export interface LeftOut {
  readonly address: string;

  /** Entry of the list of gaps that it is left out for. */
  readonly gap: string;
  readonly reason: string;
}

/** Resources and data sources of a stack that an emulator does not support. */
export const leftOutOf = (stack: JsonMap, gaps: Gaps): LeftOut[] =>
  [
    ["resource", ""],
    ["data", "data."],
  ].flatMap(([section = "", prefix = ""]) =>
    Object.entries(asMap(stack[section])).flatMap(([type, blocks]) =>
      Object.entries(asMap(blocks)).flatMap(([name, block]) => {
        const gap = gapOf(prefix + type, JSON.stringify(block), gaps);
        return gap ? [{ address: `${prefix}${type}.${name}`, ...gap }] : [];
      }),
    ),
  );

/** Type in an address, with `data.` in front of it for a data source. */
export const typeOf = (address: string): string => address.replace(/\.[^.]*$/, "");

/** Names of all gaps, as {@link LeftOut} has them. */
export const namesOf = ({ types, attributes }: Gaps): string[] => [
  ...Object.keys(types),
  ...attributes.map(nameOf),
];

function gapOf(
  type: string,
  block: string,
  { types, attributes }: Gaps,
): Omit<LeftOut, "address"> | undefined {
  if (Object.hasOwn(types, type)) {
    return { gap: type, reason: types[type]!.reason };
  }
  const unread = attributes.find((attribute) => reads(block, attribute));
  return unread && { gap: nameOf(unread), reason: unread.reason };
}

interface Attribute {
  readonly type: string;
  readonly attribute: string;
}

const nameOf = ({ type, attribute }: Attribute): string => `${type} ${attribute}`;

/** True if an expression anywhere in a block reads the attribute of a resource of that type. */
const reads = (block: string, { type, attribute }: Attribute): boolean =>
  block
    .split(`.${attribute}`)
    .slice(0, -1)
    .some((before) => new RegExp(`\\b${type}\\.[\\w-]+$`).test(before));
