import type { Path } from "../checking/problem";

/** Path of a setting of one move. */
export const movedPath = (index: number, key: string): Path => ["state", "moved", index, key];

/** Path of a setting of one import. */
export const importedPath = (index: number, key: string): Path => ["state", "imported", index, key];

/** Path of a setting of one removal. */
export const removedPath = (index: number, key: string): Path => ["state", "removed", index, key];
