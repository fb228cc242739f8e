import { type Arrow, type Box, type Colour, COLOURS, type Picture } from "./picture";

/**
 * A picture in Mermaid's language, which GitHub draws inside Markdown.
 *
 * @see https://mermaid.js.org/syntax/flowchart.html
 */
export const toMermaid = ({ direction, legend, boxes, arrows }: Picture): string =>
  [
    `flowchart ${direction === "down" ? "TB" : "LR"}`,
    "  subgraph legend",
    ...Object.entries(legend).map(
      ([colour, meaning]) => `    legend_${colour}["${escaped(meaning)}"]:::${colour}`,
    ),
    "  end",
    ...boxes.map((box) => `  ${node(box)}`),
    ...arrows.map((arrow) => `  ${edge(arrow)}`),
    ...[...new Set([...(Object.keys(legend) as Colour[]), ...boxes.map(({ colour }) => colour)])].map(
      (colour) => `  classDef ${colour} fill:${COLOURS[colour]},stroke:#5f6b76,color:#0b0c0c`,
    ),
  ].join("\n");

const node = ({ id, title, lines, colour }: Box): string =>
  `${name(id)}["${[title, ...lines]
    .filter((line) => line !== "")
    .map(escaped)
    .join("<br/>")}"]:::${colour}`;

const edge = ({ from, to, labels, dashed }: Arrow): string => {
  const line = dashed ? "-.->" : "-->";
  const label = labels.length === 0 ? "" : `|"${labels.map(escaped).join("<br/>")}"|`;
  return `${name(from)} ${line}${label} ${name(to)}`;
};

/**
 * Name of a box. Ids may hold little more than letters; a prefix keeps them from being words of the language.
 */
const name = (id: string): string => `b_${id.replace(/[^A-Za-z0-9]/g, "_")}`;

const escaped = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/"/g, "#quot;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
