/** The last port of TCP. */
export const LAST_PORT = 65_535;

/** Whether a number has no fraction and lies between two others, themselves included. */
export const isWhole = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most;
