/**
 * Keys that lead to a line of JSON with an indentation of two spaces, outermost first. Items of a list have
 * none.
 */
export function keysAtLine(text: string, line: number): string[] {
  const keys = new Map<number, string>();
  for (const current of text.split("\n").slice(0, line)) {
    const [, indentation = "", key] = /^( *)(?:("(?:[^"\\]|\\.)*"): )?/.exec(current) ?? [];
    for (const depth of keys.keys()) {
      if (depth >= indentation.length) {
        keys.delete(depth);
      }
    }
    if (key !== undefined) {
      keys.set(indentation.length, JSON.parse(key) as string);
    }
  }
  return [...keys.values()];
}
