import type { Arrow, Box, Picture } from "./picture";

/** Draws boxes of one colour in one box where the same arrows lead to them and none leads on. */
export function together({
  boxes,
  arrows,
}: Pick<Picture, "boxes" | "arrows">): Pick<Picture, "boxes" | "arrows"> {
  const groups = new Map<string, Box[]>();
  for (const box of boxes) {
    const key = keyOf(box, arrows);
    groups.set(key, [...(groups.get(key) ?? []), box]);
  }
  const drawn = [...groups.values()].map(merged);
  const ids = new Set(drawn.map(({ id }) => id));

  return { boxes: drawn, arrows: arrows.filter(({ from, to }) => ids.has(from) && ids.has(to)) };
}

function keyOf({ id, colour }: Box, arrows: readonly Arrow[]): string {
  const before = arrows.filter(({ to }) => to === id).map(({ from }) => from);
  return arrows.some(({ from }) => from === id) ? id : JSON.stringify([colour, ...before.sort()]);
}

/** Box with the texts of all, and the id of the first. */
function merged(boxes: readonly Box[]): Box {
  const [first] = boxes as [Box];
  return boxes.length === 1
    ? first
    : {
        ...first,
        title: "",
        lines: boxes.flatMap(({ title, lines }) => [
          ...title.split("\n"),
          ...lines.map((line) => `\u00a0\u00a0${line}`),
        ]),
      };
}
