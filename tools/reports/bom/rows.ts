import { columns } from "../../kit/columns";
import type { Component } from "./component";
import type { Inventory } from "./inventory";
import { isBehind, newestInWords } from "./newest";

const HEAD = ["kind", "name", "version", "newest on record", "", "environments"];

const rowOf = (component: Component): string[] => [
  component.kind,
  component.name,
  versionOf(component),
  newestInWords(component),
  isBehind(component) ? "behind" : "",
  component.environments.join(", "),
];

function versionOf({ own, version, digest }: Component): string {
  const shown = [version, digest].filter((part) => part !== undefined).join("@");
  return shown || (own ? "–" : "the chart's");
}

/** Inventory in columns, and below it the caveats. */
export const asTable = ({ components, caveats }: Inventory): string =>
  [...columns([HEAD, ...components.map(rowOf)]), ...caveats.flatMap((caveat) => ["", caveat])].join("\n");

/** The same as a table of Markdown. */
export const asMarkdown = ({ components, caveats }: Inventory): string =>
  [
    lineOf(HEAD),
    lineOf(HEAD.map(() => "---")),
    ...components.map((component) => lineOf(rowOf(component))),
    ...(caveats.length > 0 ? ["", ...caveats.map((caveat) => `- ${escaped(caveat)}`)] : []),
  ].join("\n");

const lineOf = (cells: readonly string[]): string => `| ${cells.map(escaped).join(" | ")} |`;

const escaped = (text: string): string => text.replace(/[\\|<>*_`[\]]/g, "\\$&");
