import type { Json } from "../../src/output/leaves";
import { replaceNames } from "../../src/output/replace-names";
import { asMap, isList, isMap, type JsonMap, textOf } from "./json-map";

export interface Removal {
  /** True for addresses of blocks to remove: `aws_vpc.main`, `data.aws_regions.all`, `module.bucket`. */
  readonly isRemoved: (address: string) => boolean;

  /** Expression that other blocks read in its place, such as `var.absent`. */
  readonly standInFor: (address: string) => string;
}

/** A stack without some of its blocks, and without what would only work with them. */
export function withoutBlocks(stack: JsonMap, removal: Removal): JsonMap {
  const left = Object.entries(stack).map(([section, content]): [string, Json] => [
    section,
    sectionWithout(section, content, removal),
  ]);
  // Terraform takes an empty section for a block without its labels.
  const filled = left.filter(([, content]) => !isMap(content) || Object.keys(content).length > 0);
  return detached(Object.fromEntries(filled), removal) as JsonMap;
}

/** Prefixes of the addresses of a section's blocks. The blocks of a typed section have a type, too. */
const SECTIONS: Readonly<Record<string, { readonly prefix: string; readonly typed: boolean }>> = {
  resource: { prefix: "", typed: true },
  data: { prefix: "data.", typed: true },
  ephemeral: { prefix: "ephemeral.", typed: true },
  module: { prefix: "module.", typed: false },
};

function sectionWithout(name: string, content: Json, { isRemoved }: Removal): Json {
  const section = SECTIONS[name];
  if (section === undefined) {
    return isList(content) ? content.filter((item) => !isAbout(item, isRemoved)) : content;
  }
  const kept = (blocks: Json | undefined, prefix: string): JsonMap =>
    filtered(blocks, (block) => !isRemoved(prefix + block));
  if (!section.typed) {
    return kept(content, section.prefix);
  }
  const types = Object.entries(asMap(content));
  return Object.fromEntries(
    types
      .map(([type, blocks]): [string, JsonMap] => [type, kept(blocks, `${section.prefix}${type}.`)])
      .filter(([, blocks]) => Object.keys(blocks).length > 0),
  );
}

const filtered = (map: Json | undefined, keep: (key: string) => boolean): JsonMap =>
  Object.fromEntries(Object.entries(asMap(map)).filter(([key]) => keep(key)));

/** True for a `moved`, `import` or `removed` block about a removed block. */
const isAbout = (item: Json, isRemoved: Removal["isRemoved"]): boolean =>
  isMap(item) && [item.from, item.to].some((address) => isRemoved(blockOf(textOf(address))));

/** Address of the block that a name leads into. */
function blockOf(name: string): string {
  const [first = "", second = "", third = ""] = name.replace(/\[.*$/, "").split(".");
  return first === "data" || first === "ephemeral" ? `${first}.${second}.${third}` : `${first}.${second}`;
}

/** Value without waits for removed blocks, and with stand-ins for references to them. */
function detached(value: Json, removal: Removal): Json {
  if (typeof value === "string") {
    return replaceNames(value, (name) => standIn(name, removal));
  }
  if (isList(value)) {
    return value.map((item) => detached(item, removal));
  }
  if (!isMap(value)) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      key === "depends_on" && isList(item)
        ? item.filter((address) => !removal.isRemoved(textOf(address)))
        : detached(item, removal),
    ]),
  );
}

function standIn(name: string, { isRemoved, standInFor }: Removal): string | undefined {
  const block = blockOf(name);
  return isRemoved(block) ? standInFor(block) + name.slice(block.length) : undefined;
}
