import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { format } from "prettier";
import { schemas } from "./schemas";

/** Writes the JSON Schemas, or names those that are stale and returns 1. */
export async function writeSchemas(check: boolean): Promise<number> {
  const files = await Promise.all(
    [...schemas()].map(
      async ([file, text]) => [file, await format(text, { parser: "json", printWidth: 110 })] as const,
    ),
  );
  const stale = files.filter(([file, text]) => !existsSync(file) || readFileSync(file, "utf8") !== text);
  if (check && stale.length > 0) {
    const names = stale.map(([file]) => file).join(", ");
    console.error(`not as the source has it: ${names}; run npm run schemas and commit`);
    return 1;
  }
  stale.forEach(([file, text]) => {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  });
  return 0;
}
