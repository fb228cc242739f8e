/** What PromQL writes like a metric and means otherwise. */
const KEYWORDS = new Set(["and", "or", "unless", "bool", "offset", "inf", "nan", "start", "end", "atan2"]);

/** Labels in parentheses, as `by (namespace, pod)` has them. */
const LABEL_LISTS = /\b(?:by|without|on|ignoring|group_left|group_right)\s*(?:\([^)]*\))?/g;

const TEXTS = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`/g;
const SELECTORS = /\{[^}]*\}|\[[^\]]*\]/g;

/** Times and Grafana's variables: `5m`, `$__rate_interval`. */
const VALUES = /\$\w+|\$\{[^}]*\}|\b\d[\w.]*/g;

/** Functions and aggregations are followed by a parenthesis. */
const NAMES = /[A-Za-z_:][\w:]*(?!\s*\(|[\w:])/g;

/** The metrics that a PromQL query asks for, each once, in the order they come in. */
export function metricsIn(query: string): string[] {
  const bare = [TEXTS, SELECTORS, LABEL_LISTS, VALUES].reduce((text, part) => text.replace(part, " "), query);

  return [...new Set(bare.match(NAMES) ?? [])].filter((name) => !KEYWORDS.has(name.toLowerCase()));
}
