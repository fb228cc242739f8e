/** ARN of a kind of resource, with `*` for its variable parts. */
export const anyOfKind = (arn: string): string => arn.replace(/\$\{[^}]+\}/g, "*");

/** True if some text matches both patterns, with their `*` and `?`. */
export function overlap(one: string, other: string): boolean {
  const [a, b] = [normal(one), normal(other)];
  const start = differsAt(a, b);
  return overlapOf(a.slice(start), b.slice(start), new Map());
}

/** First place at which two patterns differ or one has a `*`. Most pairs are told apart there. */
function differsAt(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at] && one[at] !== "*") {
    at += 1;
  }
  return at;
}

const normal = (pattern: string): string => pattern.replace(/[*?]+/g, "*");

function overlapOf(one: string, other: string, known: Map<string, boolean>): boolean {
  const key = `${one.length} ${other.length}`;
  const result = known.get(key) ?? decide(one, other, known);
  known.set(key, result);
  return result;
}

function decide(one: string, other: string, known: Map<string, boolean>): boolean {
  if (one.startsWith("*")) {
    return overlapOf(one.slice(1), other, known) || (other !== "" && overlapOf(one, other.slice(1), known));
  }
  if (other.startsWith("*")) {
    return decide(other, one, new Map());
  }
  return one[0] === other[0] && (one === "" || overlapOf(one.slice(1), other.slice(1), known));
}
