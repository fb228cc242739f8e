import { readTemplate } from "./template";

/** A string as Terraform would fill it in, where `valueOf` says what each expression comes to. */
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
