import type { Arrow, Box } from "./picture";

/** A part of a picture: boxes, and the arrows between them and others. */
export interface Part {
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
}

/** Part of a picture for an add-on that is switched off. */
export const NOTHING: Part = { boxes: [], arrows: [] };

/** An arrow with labels for the data that crosses, if they are given. */
export const arrow = (from: string, to: string, ...labels: readonly string[]): Arrow => ({
  from,
  to,
  labels,
  dashed: false,
});
