import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { asMap, type JsonMap, textOf } from "../../terraform-json/json-map";
import type { Gaps } from "./gaps";

/** Makes the modules in a stack's copy ignore arguments that an emulator forgets. */
export function overrideModules({ module }: JsonMap, gaps: Gaps, folder: string): void {
  const sources = Object.values(asMap(module)).map((one) => textOf(asMap(one).source));
  for (const source of new Set(sources)) {
    const place = join(folder, source);
    const files = readdirSync(place).filter((name) => name.endsWith(".tf"));
    const code = files.map((name) => readFileSync(join(place, name), "utf8")).join("\n");
    const resource = overridesFor(code, gaps);
    // Terraform merges a file of this name into the others, and refuses an empty section.
    const overrides = Object.keys(resource).length > 0 ? { resource } : {};
    writeFileSync(join(place, "emulator_override.tf.json"), JSON.stringify(overrides));
  }
}

const overridesFor = (code: string, { forgotten }: Gaps): JsonMap =>
  Object.fromEntries(
    Object.entries(forgotten)
      .map(([type, { arguments: names }]): [string, JsonMap] => [
        type,
        Object.fromEntries(
          [...code.matchAll(new RegExp(`^resource "${type}" "([^"]+)"`, "gm"))].map(([, name = ""]) => [
            name,
            { lifecycle: { ignore_changes: names } },
          ]),
        ),
      ])
      .filter(([, blocks]) => Object.keys(blocks).length > 0),
  );
