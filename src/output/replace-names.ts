import { namesIn, readTemplate } from "./template";

/**
 * A string in whose expressions names are replaced, such as `aws_vpc.main.id`. Where there is no replacement, and
 * outside of expressions, everything stays as it is.
 */
export function replaceNames(text: string, replacementOf: (name: string) => string | undefined): string {
  const { expressions } = readTemplate(text);
  return expressions.reduce((result, expression) => {
    const replaced = inExpression(expression, replacementOf);
    // `$${` begins a text that only looks like an expression.
    return result.replaceAll(`\${${expression}}`, (found, at: number, all: string) =>
      all[at - 1] === "$" ? found : `\${${replaced}}`,
    );
  }, text);
}

const inExpression = (expression: string, replacementOf: (name: string) => string | undefined): string =>
  [...new Set(namesIn(expression))].reduce((result, name) => {
    const replacement = replacementOf(name);
    return replacement === undefined ? result : result.replaceAll(exactly(name), () => replacement);
  }, expression);

/** The name, but no longer one that begins or ends like it. */
const exactly = (name: string): RegExp =>
  new RegExp(`(?<![\\w.-])${name.replace(/[.*]/g, "\\$&")}(?![\\w.*-])`, "g");
