/** A drawing in boxes and arrows, in no particular notation. */
export interface Picture {
  readonly title: string;

  /** Direction of the arrows. */
  readonly direction: "down" | "right";
  /** Meaning of each colour, in the order in which they are explained. */
  readonly legend: Readonly<Partial<Record<Colour, string>>>;
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
}

export interface Box {
  readonly id: string;
  readonly title: string;

  /** Lines below the title. */
  readonly lines: readonly string[];
  readonly colour: Colour;
}

/** Arrow from the box that comes first to the one that needs it. */
export interface Arrow {
  readonly from: string;
  readonly to: string;

  /** Data that crosses. An arrow without labels only shows the order, and is dashed. */
  readonly labels: readonly string[];
  readonly dashed: boolean;

  /**
   * Leads back or across: it has no say in where boxes are.
   *
   * @default false
   */
  readonly aside?: boolean;
}

/** Light fills under black text, readable also when printed without colour. */
export const COLOURS = { blue: "#e3effb", green: "#e4f3e6", yellow: "#fdf3d8", grey: "#f1f2f3" } as const;

export type Colour = keyof typeof COLOURS;
