import { RE2JS } from "re2js";

/**
 * A regular expression as Terraform reads it, by RE2's rules and in RE2's time: no pattern takes long,
 * whatever text it is matched with. `undefined` if RE2 does not understand it.
 */
export function rolePattern(text: string): { readonly matches: (name: string) => boolean } | undefined {
  try {
    const compiled = RE2JS.compile(text);
    return { matches: (name) => compiled.matcher(name).find() };
  } catch {
    return undefined;
  }
}
