import { createHash } from "node:crypto";

const HASH_LENGTH = 8;

const hashOf = (name: string): string =>
  createHash("sha256").update(name).digest("hex").slice(0, HASH_LENGTH);

/**
 * Shortens a name that has too many characters: its end gives way to a hash of the whole, which is the same at every
 * synth. A name that fits stays as it is.
 */
export function bounded(name: string, limit: number): string {
  if (name.length <= limit) {
    return name;
  }
  const hash = hashOf(name);
  const beginning = name.slice(0, limit - HASH_LENGTH - 1).replace(/[^A-Za-z0-9]+$/, "");
  return beginning === "" ? hash : `${beginning}-${hash}`;
}

/**
 * Name that ends in a hash of a longer one, for services that take no two hyphens in a row: the beginning is for people, and the
 * hash tells apart what begins alike.
 */
export const hashed = (beginning: string, whole: string, limit: number): string =>
  `${beginning.slice(0, limit - HASH_LENGTH - 1).replace(/-+$/, "")}-${hashOf(whole)}`;
