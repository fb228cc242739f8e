/** ARN of a kind of resource, with `*` for its variable parts. */
export const anyOfKind = (arn: string): string => arn.replace(/\$\{[^}]+\}/g, "*");

/** True if some text matches both patterns, with their `*` and `?`. */
export const overlap = (one: string, other: string): boolean =>
  overlapOf(normal(one), normal(other), new Map());

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
