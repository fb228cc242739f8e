import { readTemplate } from "./template";

/** Fills in a string as Terraform would. `valueOf` returns the value of each expression. */
export function fillTemplate(text: string, valueOf: (expression: string) => string): string {
  const filled = readTemplate(text).expressions.reduce(
    (result, expression) =>
      result.replaceAll(`\${${expression}}`, (found, start: number, all: string) =>
        // `$${` begins a text that only looks like an expression.
        all[start - 1] === "$" ? found : valueOf(expression),
      ),
    text,
  );
  return filled.replaceAll("$${", "${").replaceAll("%%{", "%{");
}
