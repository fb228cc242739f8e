import { RE2JS } from "re2js";

interface RolePattern {
  readonly matches: (name: string) => boolean;
}

/** Patterns compiled so far, by their text: several checks ask for each, and RE2 compiles slowly. */
const compiled = new Map<string, RolePattern | undefined>();

/**
 * A regular expression as Terraform reads it, by RE2's rules and in RE2's time: no pattern takes long,
 * whatever text it is matched with. `undefined` if RE2 does not understand it.
 */
export function rolePattern(text: string): RolePattern | undefined {
  if (!compiled.has(text)) {
    compiled.set(text, compile(text));
  }
  return compiled.get(text);
}

function compile(text: string): RolePattern | undefined {
  try {
    const pattern = RE2JS.compile(text);
    return { matches: (name) => pattern.matcher(name).find() };
  } catch {
    return undefined;
  }
}
