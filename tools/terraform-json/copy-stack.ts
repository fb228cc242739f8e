import { cpSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { JsonMap } from "./json-map";
import type { SynthesisedStack } from "./stack";

/** Name of the file that Terraform reads in a copy. */
export const COPY = "cdk.tf.json";

/**
 * Copies a stack's charts and modules into a folder of ours, with Terraform that may differ from the
 * synthesised one.
 */
export function copyStack({ folder: from }: SynthesisedStack, json: JsonMap, folder: string): string {
  mkdirSync(folder, { recursive: true });
  const assets = join(from, "assets");
  if (existsSync(assets)) {
    cpSync(assets, join(folder, "assets"), { recursive: true });
  }
  // One value per line, since Terraform names the line of an error.
  const text = JSON.stringify(json, null, 2);
  writeFileSync(join(folder, COPY), text);
  return text;
}
