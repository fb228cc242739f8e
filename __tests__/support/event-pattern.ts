type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

type Pattern = { readonly [key: string]: Pattern | readonly (string | Comparison)[] };

type Comparison = { readonly numeric: readonly [">=", number] };

/**
 * True if EventBridge's pattern matches an event: texts, and numbers from a lowest one on.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 */
export const matchesEvent = (pattern: Pattern, event: { readonly [key: string]: Json }): boolean =>
  Object.entries(pattern).every(([key, wanted]) => {
    const value = event[key];
    return isList(wanted)
      ? wanted.some((one) => matchesValue(one, value))
      : isObject(value) && matchesEvent(wanted, value);
  });

function matchesValue(wanted: string | Comparison, value: Json | undefined): boolean {
  if (typeof wanted === "string") {
    return wanted === value;
  }
  const [operator, lowest] = wanted.numeric;
  if (operator !== ">=") {
    throw new Error(`expected ">=", got ${String(operator)}: say here what it means`);
  }
  return typeof value === "number" && value >= lowest;
}

const isList = (
  value: Pattern | readonly (string | Comparison)[],
): value is readonly (string | Comparison)[] => Array.isArray(value);

const isObject = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value);
