import type { Json } from "../../../src/output/leaves";

/** Gaps of an emulator, each with the reason. */
export interface Gaps {
  /** Unsupported types. Their blocks are left out of the copies that are planned and applied. */
  readonly types: Readonly<Record<string, LackingType>>;

  /** Unsupported attributes. Blocks that read them are left out. */
  readonly attributes: readonly LackingAttribute[];

  /** Arguments that it forgets or makes up, by type, so that a second plan would set them again. */
  readonly forgotten: Readonly<Record<string, Forgotten>>;
}

interface Gap {
  readonly reason: string;
}

interface LackingType extends Gap {
  /**
   * Value that other blocks read in its place.
   *
   * @default - nothing: no other block reads it
   */
  readonly standIn?: Json;
}

interface LackingAttribute extends Gap {
  readonly type: string;
  readonly attribute: string;
}

interface Forgotten extends Gap {
  readonly arguments: readonly string[];
}
