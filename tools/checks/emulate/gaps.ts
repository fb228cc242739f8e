import type { Json } from "../../../src/output/leaves";

/** What an emulator cannot do, each with the reason. */
export interface Gaps {
  /** What it lacks, by type. Blocks of these types are left out of the copies that are planned and applied. */
  readonly types: Readonly<Record<string, LackingType>>;

  /** What it does not say of what it has. Blocks that read it are left out. */
  readonly attributes: readonly LackingAttribute[];

  /** What it forgets or makes up, by type, so that a second plan would set it right. */
  readonly forgotten: Readonly<Record<string, Forgotten>>;
}

interface Gap {
  readonly reason: string;
}

interface LackingType extends Gap {
  /**
   * What other blocks read in its place.
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
