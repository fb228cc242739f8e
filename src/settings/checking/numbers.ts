/** Highest TCP port. */
export const LAST_PORT = 65_535;

/** True for a number without a fraction between two others, inclusive. */
export const isWhole = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most;
