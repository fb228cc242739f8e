import type { Arrow, Box } from "./picture";

/** A part of a picture: boxes, and the arrows between them and others. */
export interface Part {
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
}

/** The part that there is of what is switched off. */
export const NOTHING: Part = { boxes: [], arrows: [] };

/** An arrow of something that crosses, whether or not it is said what. */
export const arrow = (from: string, to: string, ...labels: readonly string[]): Arrow => ({
  from,
  to,
  labels,
  dashed: false,
});
