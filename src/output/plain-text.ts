/** Colours and weights of text, but for the one that hides it. */
const STYLES = String.raw`\u001b\[(?!(?:\d+;)*0*8[;m])[\d;]*m`;

/** Characters that a terminal obeys instead of showing them, or that show text in another order than it is in. */
const OBEYED = String.raw`[\p{Cc}\p{Cf}\u2028\u2029]`;

const SHOWN = /[\n\t]/;

/**
 * Text that a terminal shows as it is: names from files, states and clusters of others may hold characters that move the
 * cursor, erase lines or turn text around.
 */
export const plainText = (text: string): string =>
  text.replace(new RegExp(`${STYLES}|${OBEYED}`, "gu"), (found) =>
    found.startsWith("\u001b[") || SHOWN.test(found) ? found : `\\u{${found.codePointAt(0)!.toString(16)}}`,
  );

const METHODS = ["log", "warn", "error"] as const;

/** Has the console show all that it prints as it is. Returns the way back. */
export function printPlainly(): () => void {
  const before = { ...console };
  for (const method of METHODS) {
    console[method] = (...parts: unknown[]) =>
      before[method](...parts.map((part) => (typeof part === "string" ? plainText(part) : part)));
  }
  return () => void Object.assign(console, before);
}
