import { plainSize } from "./approval";
import type { AuroraConfig } from "./postgres";

/** Settings of Aurora, all of them. */
export interface Aurora {
  readonly minCapacity: number;
  readonly maxCapacity: number;
  readonly readers: number;
}

/** Settings of Aurora over the defaults of its cluster. */
export const auroraDefaults = (
  { minCapacity, maxCapacity = 2, readers }: AuroraConfig,
  live: boolean,
): Aurora => ({
  minCapacity: minCapacity ?? (live ? 0.5 : 0),
  maxCapacity: plainSize(maxCapacity),
  readers: readers ?? (live ? 1 : 0),
});
