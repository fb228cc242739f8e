/** Characters of the longest word to compare: comparing takes as long as the product of two lengths. */
const LONGEST = 100;

/** Candidate that a mistyped word most likely stands for: at most a third of its letters differ. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  if (word.length > LONGEST) {
    return undefined;
  }
  return candidates
    .filter((candidate) => Math.abs(candidate.length - word.length) <= candidate.length / 3)
    .map((candidate) => ({ candidate, edits: edits(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, edits }) => edits <= candidate.length / 3)
    .sort((a, b) => a.edits - b.edits)[0]?.candidate;
}

/** Number of insertions, deletions and replacements that turn one word into the other (Levenshtein). */
function edits(from: string, to: string): number {
  let before: number[] = [];
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 0; i < from.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < to.length; j++) {
      const swapped = i > 0 && j > 0 && from[i] === to[j - 1] && from[i - 1] === to[j];
      const swap = swapped ? before[j - 1]! + 1 : Infinity;
      next.push(Math.min(row[j + 1]! + 1, next[j]! + 1, row[j]! + (from[i] === to[j] ? 0 : 1), swap));
    }
    [before, row] = [row, next];
  }
  return row.at(-1)!;
}
