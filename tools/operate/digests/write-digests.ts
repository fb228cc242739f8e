import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { columns } from "../../kit/columns";
import { imageName, type TaggedImage, taggedImagesIn, withDigest } from "./images-in-source";
import { type Digest, digestOf } from "./registry";

const ADDONS = "src/addons";

/** Writes the digests of images into the sources of add-ons, and prints the outcome of each. */
export async function writeDigests(
  signal: AbortSignal,
  folder = ADDONS,
  ask: (image: TaggedImage, signal: AbortSignal) => Promise<Digest> = digestOf,
): Promise<number> {
  const rows: string[][] = [];
  let isLacking = false;
  for (const file of sourcesIn(folder)) {
    for (const image of taggedImagesIn(readFileSync(file, "utf8"))) {
      const answer = await ask(image, signal);
      if ("digest" in answer) {
        writeFileSync(file, withDigest(readFileSync(file, "utf8"), image, answer.digest));
      }
      isLacking ||= "missing" in answer;
      rows.push([imageName(image), "digest" in answer ? answer.digest : `NOT WRITTEN: ${answer.missing}`]);
    }
  }
  console.log(rows.length === 0 ? "Every image has its digest." : columns(rows).join("\n"));
  return isLacking ? 1 : 0;
}

/** Sources of add-ons. Cases of policies name images that exist nowhere. */
const sourcesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".cases.ts"))
    .sort()
    .map((file) => join(folder, file));
