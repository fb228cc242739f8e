import { ownValue } from "../checking/own-value";
import type { Release, Releases } from "./schema";

/** Release in the making, which Renovate raises and no cluster that lasts may name. */
export const NEXT_RELEASE = "next";

/** Release by the name that a cluster gives it; `undefined` for none, and for one that does not exist. */
export const releaseOf = (name: string | undefined, releases: Releases): Release | undefined =>
  name === undefined ? undefined : ownValue(releases, name);

/** Numbers of the releases that are made, oldest first. */
export const madeReleases = (releases: Releases): string[] =>
  Object.keys(releases)
    .filter((name) => name !== NEXT_RELEASE)
    .sort((one, other) => Number(one) - Number(other));

/** Number of the newest release; `undefined` where an organisation has none. */
export const newestRelease = (releases: Releases): string | undefined => madeReleases(releases).at(-1);

/** True if one release came after another. */
export const isLater = (one: string, other: string): boolean => Number(one) > Number(other);
