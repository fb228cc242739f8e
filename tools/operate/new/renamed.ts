import type { Guide } from "./guide";

/** Guide to an environment of another name. In TypeScript, a name that is no identifier is written as its rules ask. */
export function renamed({ edits, commands }: Guide, from: string, to: string): Guide {
  const plain = (text: string): string => text.replaceAll(from, to);
  return {
    edits: edits.map(({ file, before, after }) => {
      const text = file.endsWith(".ts") ? (code: string) => inCode(code, from, to) : plain;
      return {
        file: plain(file),
        before: before === undefined ? undefined : text(before),
        after: text(after),
      };
    }),
    commands: commands.map(plain),
  };
}

/** Name in TypeScript of an environment. */
export const identifierOf = (name: string): string =>
  name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const QUOTED = String.raw`"[^"\n]*"|'[^'\n]*'`;

function inCode(code: string, from: string, to: string): string {
  const identifier = identifierOf(to);
  const names = new RegExp(String.raw`(${QUOTED})|\b${from}\b(:\s(?!EnvironmentSettings))?`, "g");
  return code.replace(names, (_, text?: string, colon?: string) => {
    if (text !== undefined) {
      return text.replaceAll(from, to);
    }
    return colon === undefined ? identifier : `${identifier === to ? to : `"${to}"`}${colon}`;
  });
}
