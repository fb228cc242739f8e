import { existsSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import type { Page } from "./pages";

/** Parts of a page that show code, in which nothing is a link or a heading. */
const CODE = /^ *(```|~~~)[^]*?^ *\1 *$/gm;
const INLINE_CODE = /`[^`\n]*`/g;
const LINK = /\]\(<?([^)\s>]+)>?(?: "[^"]*")?\)/g;
const HEADING = /^#{1,6} +(.+?) *#*$/gm;
const ANCHOR = /<a (?:id|name)="([^"]+)"/g;

/** Links of a page to files and headings of the project. */
export const linksOf = ({ text }: Page): string[] =>
  [...text.replace(CODE, "").replace(INLINE_CODE, "").matchAll(LINK)]
    .map(([, target]) => target!)
    .filter((target) => !/^[a-z]+:/.test(target));

/** Links of pages that lead nowhere, each with its page. */
export function brokenLinks(pages: readonly Page[], project: string): string[] {
  const headings = new Map(pages.map((page) => [page.path, headingsOf(page)]));
  return pages.flatMap((page) =>
    linksOf(page).flatMap((link) => {
      const [file = "", heading] = link.split("#");
      const path = file === "" ? page.path : normalize(join(dirname(page.path), decodeURI(file)));
      if (!existsSync(join(project, path))) {
        return [`${page.path}: expected a file at ${path}, got none; correct the link ${link}`];
      }
      return heading === undefined || (headings.get(path)?.has(heading) ?? true)
        ? []
        : [`${page.path}: expected a heading #${heading} in ${path}, got none; correct the link ${link}`];
    }),
  );
}

/** Names of a page's headings, as GitHub makes them, and of its own anchors. */
function headingsOf({ text }: Page): ReadonlySet<string> {
  const plain = text.replace(CODE, "");
  const seen = new Map<string, number>();
  const names = [...plain.matchAll(HEADING)].map(([, heading]) => {
    const name = nameOf(heading!);
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    return before === 0 ? name : `${name}-${before}`;
  });
  return new Set([...names, ...[...plain.matchAll(ANCHOR)].map(([, name]) => name!)]);
}

const nameOf = (heading: string): string =>
  heading
    .replace(/\[([^\]]+)\]\([^)]*\)/g, "$1")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replaceAll(" ", "-");
