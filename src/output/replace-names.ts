import { namesIn, readTemplate } from "./template";

/**
 * Replaces names, such as `aws_vpc.main.id`, in a string's expressions. Names without a replacement and text
 * outside of expressions stay.
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

/** Pattern of a name that matches no longer one with the same beginning or end. */
const exactly = (name: string): RegExp =>
  new RegExp(`(?<![\\w.-])${name.replace(/[.*]/g, "\\$&")}(?![\\w.*-])`, "g");
