/** A drawing in boxes and arrows, however it is written down. */
export interface Picture {
  readonly title: string;

  /** Which way the arrows point. */
  readonly direction: "down" | "right";
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
}

export interface Box {
  readonly id: string;
  readonly title: string;

  /** What it says below its title. */
  readonly lines: readonly string[];
  readonly colour: Colour;
}

/** From the box that comes first to the one that needs it. */
export interface Arrow {
  readonly from: string;
  readonly to: string;

  /** What crosses; an arrow with none only says what comes first, and is dashed. */
  readonly labels: readonly string[];
  readonly dashed: boolean;
}

/** Light fills that black text can be read on, also where they are printed without colour. */
export const COLOURS = { blue: "#e3effb", green: "#e4f3e6", yellow: "#fdf3d8", grey: "#f1f2f3" } as const;

export type Colour = keyof typeof COLOURS;
