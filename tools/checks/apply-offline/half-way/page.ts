import { CommandError } from "../../../kit/command-error";
import type { Recovery } from "./try-endings";

/** Page of runs that ended half-way. */
export const PAGE = "docs/run-ended-half-way.md";

const [BEGIN, END] = ["<!-- measured: npm run half-way -->", "<!-- end of what was measured -->"];

/** Table of what brought stacks to an empty plan again. */
export const recoveryTable = (recoveries: readonly Recovery[]): string =>
  [
    "| Stack | The run | The next apply said | What brought an empty plan |",
    "| --- | --- | --- | --- |",
    ...recoveries.map(({ stack, ending, steps }) => {
      // A step that is taken twice in a row takes more of the same.
      const different = steps.filter((step, index) => step !== steps[index - 1]);
      const said = different.map(({ words }) => `\`${words}\``).join(", then ") || "nothing";
      const did = [...different.map(({ step }) => step), "apply"].join(", then ");
      return `| \`${stack}\` | ${ending} | ${said} | ${did} |`;
    }),
  ].join("\n");

/**
 * Page with another table.
 *
 * @throws CommandError if the page has no place for it
 */
export function withTable(page: string, table: string): string {
  const [start, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (start < 0 || end < start) {
    throw new CommandError(`${PAGE}: expected ${BEGIN} and ${END}, got not both; put them back`);
  }
  return `${page.slice(0, start)}${BEGIN}\n\n${table}\n\n${page.slice(end)}`;
}
