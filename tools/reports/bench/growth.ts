/** Something measured of a platform of some size. */
export interface Sized {
  readonly size: number;
  readonly value: number;
}

/** Cost of each between the two larger sizes, in costs of each between the two smaller ones. Linear growth makes it 1. */
export const costOfLater = (small: Sized, medium: Sized, large: Sized): number =>
  costOfEach(medium, large) / costOfEach(small, medium);

const costOfEach = (from: Sized, to: Sized): number => (to.value - from.value) / (to.size - from.size);

/**
 * Cost of many in costs of some, each without that of a platform that has none. Linear growth makes it the ratio of the
 * two sizes.
 */
export const costOfMany = (none: number, some: number, many: number): number => (many - none) / (some - none);
