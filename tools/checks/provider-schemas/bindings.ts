import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Body of the function with which a binding writes its arguments. */
const SYNTHESIS = /^ {4}synthesizeAttributes\(\) \{\n {8}return \{\n([\s\S]*?)^ {8}\};/m;

/** Arguments that the bindings of a type know, or `undefined` if the type has none. */
export function boundArguments(provider: string, section: string, type: string): string[] | undefined {
  const kebab = type.slice(provider.length + 1).replaceAll("_", "-");
  const folder = section === "resource" ? kebab : `${section}-${provider}-${kebab}`;
  const file = join("node_modules", "@cdktf", `provider-${provider}`, "lib", folder, "index.js");
  if (!existsSync(file)) {
    return undefined;
  }
  const [, body = ""] = SYNTHESIS.exec(readFileSync(file, "utf8")) ?? [];
  return [...body.matchAll(/^ {12}(\w+):/gm)].map(([, name]) => name!);
}
