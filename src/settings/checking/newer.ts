/** True if one version is newer than another of its kind, such as `v1.22.2-eksbuild.1`: number by number. */
export function isNewer(one: string, other: string): boolean {
  const theirs = numbersOf(other);
  const difference = numbersOf(one)
    .map((number, index) => number - (theirs[index] ?? 0))
    .find((step) => step !== 0);
  return (difference ?? 0) > 0;
}

const numbersOf = (version: string): number[] => (version.match(/\d+/g) ?? []).map(Number);
