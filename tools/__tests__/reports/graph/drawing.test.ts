import { expect, test } from "vitest";
import { toDot } from "../../../reports/graph/dot";
import { toMermaid } from "../../../reports/graph/mermaid";
import type { Picture } from "../../../reports/graph/picture";
import { svgOf } from "../../../reports/graph/svg";

const PICTURE: Picture = {
  title: "a <title> & more",
  direction: "right",
  legend: { blue: "runs", grey: "waits" },
  boxes: [
    { id: "one-box", title: "one", lines: ['with "quotes"'], colour: "blue" },
    { id: "end", title: "", lines: ["a < b & c"], colour: "grey" },
  ],
  arrows: [
    { from: "one-box", to: "end", labels: ["id", "arn"], dashed: false },
    { from: "end", to: "one-box", labels: [], dashed: true },
  ],
};

test("draws the same SVG every time, with all text in it", async () => {
  const svg = await svgOf(PICTURE);

  expect(await svgOf(PICTURE)).toBe(svg);
  for (const text of [
    "a &lt;title&gt; &amp; more",
    "one",
    "a &lt; b &amp; c",
    "id",
    "arn",
    "runs",
    "waits",
  ]) {
    expect(svg).toContain(`>${text}</text>`);
  }
});

test("names fonts of one width, which boxes were sized for", async () => {
  const fonts = [...(await svgOf(PICTURE)).matchAll(/font-family="([^"]*)"/g)].map(([, font]) => font);

  expect(fonts.length).toBeGreaterThan(0);
  expect(new Set(fonts)).toEqual(new Set(["Menlo,Consolas,Liberation Mono,DejaVu Sans Mono,monospace"]));
});

test("puts an arrow's labels between its ends", () => {
  expect(toDot(PICTURE)).toContain('"one-box" -> "one-box end"');
  expect(toDot(PICTURE)).toContain('"one-box end" -> "end"');
});

test("writes Mermaid with safe ids and escaped text", () => {
  expect(toMermaid(PICTURE).split("\n")).toEqual([
    "flowchart LR",
    "  subgraph legend",
    '    legend_blue["runs"]:::blue',
    '    legend_grey["waits"]:::grey',
    "  end",
    '  b_one_box["one<br/>with #quot;quotes#quot;"]:::blue',
    '  b_end["a &lt; b &amp; c"]:::grey',
    '  b_one_box -->|"id<br/>arn"| b_end',
    "  b_end -.-> b_one_box",
    "  classDef blue fill:#e3effb,stroke:#5f6b76,color:#0b0c0c",
    "  classDef grey fill:#f1f2f3,stroke:#5f6b76,color:#0b0c0c",
  ]);
});
