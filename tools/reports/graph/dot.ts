import { type Arrow, type Box, type Colour, COLOURS, type Picture } from "./picture";

/** Font of a fixed width: it is as wide on every machine as it was when the boxes were sized. */
const FONT = "fontname=Courier";

const SETTINGS = `  nodesep=0.02; ranksep=0.15; pad=0.02; bgcolor=white; labelloc=t; labeljust=l; ${FONT}; fontsize=14
  node [shape=box; style="filled,rounded"; color="#5f6b76"; ${FONT}; fontsize=10; margin="0.03,0.06"]
  edge [color="#5f6b76"; arrowsize=0.7]`;

/**
 * A picture in Graphviz' language, read from the top, or from the left.
 *
 * @see https://graphviz.org/doc/info/lang.html
 */
export function toDot({ title, direction, legend, boxes, arrows }: Picture): string {
  const layout =
    direction === "down"
      ? { rankdir: "TB", nodes: boxes.map(node) }
      : // Graphviz turns a picture that points down on its side, so that the first box comes last.
        { rankdir: "LR", nodes: boxes.map(node).reverse() };

  return [
    "digraph {",
    SETTINGS,
    `  rankdir=${layout.rankdir}; label=<${heading(title, legend)}>`,
    ...layout.nodes,
    ...arrows.flatMap(edge),
    "}",
    "",
  ].join("\n");
}

/** Title, with the meaning of each colour below it. */
const heading = (title: string, legend: Picture["legend"]): string =>
  `<table border="0" cellborder="0" cellspacing="2" cellpadding="2"><tr><td align="left" colspan="2"><b>${escaped(title)}</b></td></tr>${(
    Object.entries(legend) as [Colour, string][]
  )
    .map(
      ([colour, meaning]) =>
        `<tr><td border="1" bgcolor="${COLOURS[colour]}" width="24" height="14" fixedsize="true"></td><td align="left">${small(meaning)}</td></tr>`,
    )
    .join("")}</table>`;

const node = ({ id, title, lines, colour }: Box): string =>
  `  ${JSON.stringify(id)} [fillcolor="${COLOURS[colour]}"; label=<${table([
    ...(title === "" ? [] : title.split("\n").map((line) => `<b>${escaped(line)}</b>`)),
    ...lines.map(small),
  ])}>]`;

/** Arrow with its labels in a box without a border, where nothing else can lie across them. */
function edge({ from, to, labels, dashed, aside = false }: Arrow): string[] {
  const style = `style=${dashed ? "dashed" : "solid"}${aside ? "; constraint=false" : ""}`;
  if (labels.length === 0) {
    return [`  ${JSON.stringify(from)} -> ${JSON.stringify(to)} [${style}]`];
  }
  const between = JSON.stringify(`${from} ${to}`);
  return [
    `  ${between} [shape=plain; style=solid; label=<${table(labels.map(small))}>]`,
    `  ${JSON.stringify(from)} -> ${between} [${style}; arrowhead=none]`,
    `  ${between} -> ${JSON.stringify(to)} [${style}]`,
  ];
}

const small = (line: string): string => `<font point-size="10">${escaped(line)}</font>`;

/** Lines below each other, aligned left. */
const table = (lines: readonly string[]): string =>
  `<table border="0" cellborder="0" cellspacing="0" cellpadding="1">${lines
    .map((line) => `<tr><td align="left">${line}</td></tr>`)
    .join("")}</table>`;

const escaped = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
