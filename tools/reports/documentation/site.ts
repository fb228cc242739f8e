import { dirname, extname, join, normalize } from "node:path";
import type { Page } from "./pages";
import type { Review } from "./reviews";

const LINK = /\]\(([^)\s#]*)(#[^)\s]*)?\)/g;

/** Kinds of files that a site shows itself. */
const SHOWN = [".svg", ".png"];

/** Text of a page on the site: with its owner and its day, and links to what the site lacks leading to GitHub. */
export const staged = (
  { path, text }: Page,
  review: Review,
  repository: string,
  pages: ReadonlySet<string>,
): string =>
  text
    .replace(/^(# .+\n)/m, (title) => `${title}\n_${lineOf(review)}_\n`)
    .replace(LINK, (_, target: string, heading = "") => {
      const file = normalize(join(dirname(path), target));
      const isShown = target === "" || pages.has(file) || SHOWN.includes(extname(file));
      return isShown || /^[a-z]+:/.test(target)
        ? `](${target}${isShown ? nameOf(heading as string) : (heading as string)})`
        : `](${repository}/${file}${heading as string})`;
    });

/** Name of a heading as MkDocs makes it: GitHub leaves hyphens in a row as they are. */
const nameOf = (heading: string): string => heading.replace(/-{2,}/g, "-");

const lineOf = (review: Review): string => {
  const of = `Owner: ${review.owner}.`;
  if ("reviewed" in review) {
    return `${of} Read through on ${review.reviewed}.`;
  }
  return "madeBy" in review ? `${of} Made by ${review.madeBy}.` : `${of} A record: it does not change.`;
};
