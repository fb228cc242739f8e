import { Graphviz } from "@hpcc-js/wasm-graphviz";
import { toDot } from "./dot";
import type { Picture } from "./picture";

/** Fonts of a fixed width that machines have, as wide as the one that boxes were sized with. */
const FONTS = "Menlo,Consolas,Liberation Mono,DejaVu Sans Mono,monospace";

/** Draws pictures as SVG without installed programs: Graphviz comes as WebAssembly. */
export async function svgOf(picture: Picture): Promise<string> {
  const graphviz = await Graphviz.load();
  const dot = toDot(picture);
  return graphviz
    .dot(picture.direction === "down" ? graphviz.unflatten(dot, 3, true, 3) : dot)
    .replaceAll(/font-family="Courier[^"]*"/g, `font-family="${FONTS}"`);
}
