import type { DocumentedAddon } from "./page";
import { releasesOf } from "./releases";

/** The list of add-ons, in Markdown, in the order in which a cluster gets them. */
export const indexPage = (addons: readonly DocumentedAddon[]): string =>
  [
    "# Add-ons",
    "What `cluster-services` runs in a cluster. How to add one: [adding-an-add-on.md](../adding-an-add-on.md).",
    [
      "| Add-on | Does | Charts | Namespace | After |",
      "| --- | --- | --- | --- | --- |",
      ...addons.map(row),
    ].join("\n"),
    "Made from the source by `npm run addon-pages`; do not edit.",
  ].join("\n\n");

function row(addon: DocumentedAddon): string {
  const { id, documentation, after } = addon;
  const releases = releasesOf(addon);
  const charts = releases.flatMap(({ chart }) => (chart ? `${chart.name} ${chart.version}` : []));
  const namespaces = new Set(releases.map(({ namespace }) => namespace));

  const cells = [
    `[${id}](${id}.md)`,
    firstSentence(documentation.text),
    charts.join(", "),
    [...namespaces].join(", "),
    after.join(", "),
  ];
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}

const firstSentence = (text: string): string => text.replace(/\s+/g, " ").replace(/\. .*$/, ".");
