import type { Guide } from "./guide";
import { identifierOf } from "./renamed";

/** Environments that the page shows before the one that it makes. */
const SHOWN = ["integration", "staging"] as const;

/** Guide for a promotion with environments between the page's and the last: each stands wherever the page's last does. */
export function afterAll(promotion: readonly string[], guide: Guide): Guide {
  const [first, last] = SHOWN;
  const others = promotion.slice(promotion.indexOf(last) + 1, -1);
  const text = (file: string, code: string): string => {
    const nameOf = file.endsWith(".ts") ? identifierOf : (name: string) => name;
    return code
      .replaceAll(`${first}, ${last}`, [first, last, ...others.map(nameOf)].join(", "))
      .replaceAll(`"${first}", "${last}"`, [first, last, ...others].map((name) => `"${name}"`).join(", "))
      .replaceAll(new RegExp(`^.*needs\\.${last}\\.result.*$`, "gm"), (line) =>
        [line, ...others.map((name) => line.replaceAll(last, name))].join("\n"),
      );
  };
  const edits = guide.edits.map(({ file, before, after }) => ({
    file,
    before: before === undefined ? undefined : text(file, before),
    after: text(file, after),
  }));
  return { ...guide, edits };
}
