import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { remembered } from "../../kit/remembered";

/** Renderings of earlier runs and of other verifications, by all that they are made of. */
export interface KeptRenderings {
  /** Rendering of an input; makes and keeps it if there is none. One that fails is not kept. */
  of(input: readonly string[], make: () => Promise<Rendering>): Promise<Rendering>;
}

/** Output of Helm for a release. */
export interface Rendering {
  readonly yaml: string;

  /** Message of Helm if it failed. */
  readonly problem?: string;
}

/** Days after which a rendering is made anew. */
const DAYS = 30;

/** Renderings in a folder, of which those go that are old. */
export function keptRenderings(folder: string): KeptRenderings {
  mkdirSync(folder, { recursive: true });
  removeOld(folder);
  return {
    async of(input, make) {
      const place = join(folder, digestOf(input));
      if (existsSync(place)) {
        return { yaml: readFileSync(place, "utf8") };
      }
      const rendering = await make();
      if (rendering.problem === undefined) {
        keep(place, rendering.yaml);
      }
      return rendering;
    },
  };
}

/** Writes a file, whole or not at all: verifications run beside each other. */
function keep(place: string, text: string): void {
  const scratch = `${place}.${process.pid}`;
  writeFileSync(scratch, text);
  renameSync(scratch, place);
}

function removeOld(folder: string): void {
  const oldest = Date.now() - DAYS * 24 * 60 * 60 * 1000;
  for (const name of readdirSync(folder)) {
    const { mtimeMs = Date.now() } = statSync(join(folder, name), { throwIfNoEntry: false }) ?? {};
    if (mtimeMs < oldest) {
      rmSync(join(folder, name), { force: true });
    }
  }
}

const digestOf = (parts: readonly string[]): string =>
  createHash("sha256").update(JSON.stringify(parts)).digest("hex");

/**
 * Problem of a chart whose folder has links that lead nowhere, as a checkout of a part of a repository may; `undefined` for
 * none. Nothing can be said of what such a chart renders.
 */
export const brokenLinks = remembered((folder) => {
  const broken = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => statSync(join(folder, path), { throwIfNoEntry: false }) === undefined)
    .sort();
  return broken.length === 0
    ? undefined
    : `${folder}: expected files, got links that lead nowhere: ${broken.join(", ")}; restore what they lead to, or remove them`;
});

/** Digest of all files of a chart. It is read once: charts do not change while a verification runs. */
export const chartDigest = remembered((folder) => digestOf(filesIn(folder)));

/** Paths and contents of the files in a folder, in the order of their paths. */
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .sort()
    .filter((path) => statSync(join(folder, path)).isFile())
    .flatMap((path) => [path, readFileSync(join(folder, path), "base64")]);
