import type { AdoptedAddress } from "../../../src/settings/state/adopted-address";
import type { StackName } from "../../../src/settings/state/stack-names";

/** Answer of a table of addresses about one. */
export type Known = { readonly to: readonly string[] } | { readonly staysBecause: string };

const PLACEHOLDER = /\{(\w+)\}/g;

/** Addresses that a thing may get by a table, or the reason why it stays behind; `undefined` if no row is about it. */
export function knownAddress(
  table: readonly AdoptedAddress[],
  stack: StackName,
  address: string,
): Known | undefined {
  const rows = table.flatMap((row) => {
    const texts = row.stack === stack ? textsIn(row.from, address) : undefined;
    return texts === undefined ? [] : [{ row, texts }];
  });
  const to = rows.flatMap(({ row, texts }) => ("to" in row.becomes ? [filled(row.becomes.to, texts)] : []));
  if (to.length > 0) {
    return { to };
  }
  const stays = rows.map(({ row }) => row.becomes).find((becomes) => "staysBecause" in becomes);
  return stays && { staysBecause: stays.staysBecause };
}

/** Texts that the placeholders of a pattern stand for in an address; `undefined` if it is another address. */
function textsIn(pattern: string, address: string): Readonly<Record<string, string>> | undefined {
  const source = pattern
    .split(PLACEHOLDER)
    .map((part, index) => (index % 2 === 0 ? part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&") : `(?<${part}>.+?)`))
    .join("");
  const found = new RegExp(`^${source}$`).exec(address);
  return found === null ? undefined : { ...found.groups };
}

/** An address with texts in the place of placeholders, in words of Terraform outside keys. */
function filled(pattern: string, texts: Readonly<Record<string, string>>): string {
  const fill = (part: string, inWords: boolean) =>
    part.replace(PLACEHOLDER, (_, name: string) =>
      inWords && name !== "type" ? dashed(texts[name]!) : texts[name]!,
    );
  return pattern
    .split(/(\[.*?\])/)
    .map((part) => fill(part, !part.startsWith("[")))
    .join("");
}

const dashed = (text: string): string => text.replace(/[^A-Za-z0-9]+/g, "-");
