type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * True if CloudWatch's filter pattern matches an event: comparisons of fields with texts and numbers, joined by `&&` and
 * `||`, in parentheses. Fields that the event lacks match no comparison, `!=` among them.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax-json.html
 */
export function matches(pattern: string, event: Json): boolean {
  const tokens = [...pattern.matchAll(TOKEN)].map(([token]) => token);
  const lost = pattern.replaceAll(TOKEN, "").trim();
  if (lost !== "" || tokens[0] !== "{" || tokens.at(-1) !== "}") {
    throw new Error(`expected a filter pattern on JSON, got ${lost === "" ? pattern : lost}`);
  }
  const reader = new Reader(tokens.slice(1, -1), event);
  const matched = reader.either();
  if (!reader.isDone()) {
    throw new Error(`expected the end of the pattern, got more: ${pattern}`);
  }
  return matched;
}

const TOKEN = /"[^"]*"|\$[.\w[\]]+|&&|\|\||!=|[<>]=?|=|[(){}]|-?\d+/g;

class Reader {
  private at = 0;

  constructor(
    private readonly tokens: readonly string[],
    private readonly event: Json,
  ) {}

  isDone = (): boolean => this.at === this.tokens.length;

  either(): boolean {
    let matched = this.both();
    while (this.skip("||")) {
      const next = this.both();
      matched ||= next;
    }
    return matched;
  }

  private both(): boolean {
    let matched = this.one();
    while (this.skip("&&")) {
      const next = this.one();
      matched &&= next;
    }
    return matched;
  }

  private one(): boolean {
    if (this.skip("(")) {
      const matched = this.either();
      if (!this.skip(")")) {
        throw new Error(`expected ), got ${this.tokens[this.at]}`);
      }
      return matched;
    }
    const [field, operator, value] = [this.next(), this.next(), this.next()];
    return compare(fieldOf(this.event, field), operator, JSON.parse(value) as string | number);
  }

  private next(): string {
    const token = this.tokens[this.at++];
    if (token === undefined) {
      throw new Error("expected a comparison, got the end of the pattern");
    }
    return token;
  }

  private skip(token: string): boolean {
    const found = this.tokens[this.at] === token;
    this.at += found ? 1 : 0;
    return found;
  }
}

const fieldOf = (event: Json, field: string): Json | undefined =>
  field
    .slice(2)
    .split(/[.[\]]+/)
    .filter((key) => key !== "")
    .reduce<Json | undefined>(
      (value, key) => (value as Readonly<Record<string, Json>> | null | undefined)?.[key],
      event,
    );

function compare(found: Json | undefined, operator: string, wanted: string | number): boolean {
  if (found === undefined) {
    return false;
  }
  if (typeof wanted === "number") {
    const number = Number(found);
    return { "=": number === wanted, "!=": number !== wanted, "<": number < wanted, ">": number > wanted }[
      operator
    ]!;
  }
  const text = wanted.replaceAll(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*");
  const equal = new RegExp(`^${text}$`, "s").test(String(found));
  return operator === "=" ? equal : !equal;
}
