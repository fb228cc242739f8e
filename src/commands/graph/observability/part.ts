import type { Arrow, Box } from "../picture";

/** Boxes, and the arrows between them and others. */
export interface Part {
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
}

export const NOTHING: Part = { boxes: [], arrows: [] };

export const arrow = (from: string, to: string, ...labels: readonly string[]): Arrow => ({
  from,
  to,
  labels,
  dashed: false,
});
