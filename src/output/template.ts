/** A string as Terraform reads it. */
export interface Template {
  /** Texts between each outermost `${` and its `}`. */
  readonly expressions: readonly string[];

  /** Text from the first `${` without an end, or from the first `%{`. */
  readonly unclosed?: string;
  readonly directive?: string;
}

/**
 * Reads a string as Terraform does. `$${` and `%%{` stand for themselves.
 *
 * @see https://developer.hashicorp.com/terraform/language/expressions/strings#string-templates
 */
export function readTemplate(text: string): Template {
  const expressions: string[] = [];
  const markers = /\$\$\{|%%\{|\$\{|%\{/g;

  for (let marker = markers.exec(text); marker; marker = markers.exec(text)) {
    if (marker[0] === "%{") {
      return { expressions, directive: text.slice(marker.index) };
    }
    if (marker[0] === "${") {
      const end = endOfExpression(text, markers.lastIndex);
      if (end === undefined) {
        return { expressions, unclosed: text.slice(marker.index) };
      }
      expressions.push(text.slice(markers.lastIndex, end));
      markers.lastIndex = end + 1;
    }
  }
  return { expressions };
}

/** Names that an expression refers to (`aws_vpc.main.id`), without those that it declares itself. */
export function namesIn(expression: string): string[] {
  if (SINGLE_NAME.test(expression)) {
    return KEYWORDS.has(expression) ? [] : [expression];
  }
  const { code, nested } = withoutStrings(expression);
  const declared = new Set([...code.matchAll(LOOP)].flatMap(([, key, value]) => [key, value]));

  const names = [...code.matchAll(NAME)]
    .filter(([, name, after]) => !after && !KEYWORDS.has(name!) && !declared.has(name!.split(".")[0]))
    .map(([, name]) => name!);
  return [...names, ...nested.flatMap(namesIn)];
}

const KEYWORDS = new Set(["true", "false", "null", "for", "in", "if"]);

/** Most expressions: one reference and nothing else. */
const SINGLE_NAME = /^[A-Za-z_][\w-]*(?:\.[\w-]+)*$/;

/** Loop such as `for key, value in …`. */
const LOOP = /\bfor\s+([\w-]+)(?:\s*,\s*([\w-]+))?\s+in\b/g;

/** Dotted name. The text after it tells functions (`(`, `::`) and object keys (`=`) from references. */
const NAME = /(?<![\w.\])-])([A-Za-z_][\w-]*(?:\.[\w*-]+)*)(\s*(?:\(|::|=(?!=)))?/g;

function endOfExpression(text: string, start: number): number | undefined {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    if (text[at] === '"') {
      const end = endOfString(text, at + 1);
      if (end === undefined) {
        return undefined;
      }
      at = end;
    } else if (text[at] === "{") {
      depth++;
    } else if (text[at] === "}" && depth-- === 0) {
      return at;
    }
  }
  return undefined;
}

function endOfString(text: string, start: number): number | undefined {
  for (let at = start; at < text.length; at++) {
    if (text[at] === "\\") {
      at++;
    } else if (text[at] === '"') {
      return at;
    } else if (text.startsWith("$${", at)) {
      at += 2;
    } else if (text.startsWith("${", at)) {
      const end = endOfExpression(text, at + 2);
      if (end === undefined) {
        return undefined;
      }
      at = end;
    }
  }
  return undefined;
}

/** Code of an expression with every string emptied, and the expressions inside those strings. */
function withoutStrings(expression: string): { code: string; nested: string[] } {
  const nested: string[] = [];
  let code = "";
  for (let at = 0; at < expression.length; at++) {
    code += expression[at];
    if (expression[at] === '"') {
      const end = endOfString(expression, at + 1) ?? expression.length;
      nested.push(...readTemplate(expression.slice(at + 1, end)).expressions);
      at = end - 1;
      code += expression[++at] ?? "";
    }
  }
  return { code, nested };
}
