import { parse } from "yaml";
import { z } from "zod";
import { exactObject } from "../../../src/settings/checking/exact-object";
import type { Page } from "./pages";

/** File with the owner and the day of review of each page. */
export const REVIEWS = "docs/pages.yaml";

const owner = z.string().min(1);

const entry = z.union([
  exactObject({ owner, reviewed: z.iso.date() }),

  /** Page that a command makes, whose review is that of the command. */
  exactObject({ owner, madeBy: z.string().startsWith("npm run ") }),

  /** Page that says what was decided on its day, and never changes. */
  exactObject({ owner, record: z.literal(true) }),
]);

const SCHEMA = exactObject({ folders: z.record(z.string(), entry), pages: z.record(z.string(), entry) });

/** Owner of a page, and the day of its review or the reason why it has none. */
export type Review = z.infer<typeof entry>;
type Reviews = z.infer<typeof SCHEMA>;

/** Reviews by the path of their page, and what is wrong with the file that has them. */
export interface ReadReviews {
  readonly of: ReadonlyMap<string, Review>;
  readonly problems: readonly string[];
}

/** Review of each page: its own, or else that of its folder. */
export function reviewsOf(text: string, pages: readonly Page[]): ReadReviews {
  const { data, error } = SCHEMA.safeParse(parse(text));
  if (data === undefined) {
    const problems = error.issues.map(
      ({ path }) =>
        `${REVIEWS}: ${path.join(".")}: expected an owner, and one of reviewed: <date>, madeBy: npm run <command> or record: true, got something else; write one of them`,
    );
    return { of: new Map(), problems };
  }
  const found = pages.map(({ path }) => [path, reviewOf(path, data)] as const);
  return {
    of: new Map(found.flatMap(([path, review]) => (review ? [[path, review] as const] : []))),
    problems: [
      ...found.flatMap(([path, review]) =>
        review
          ? []
          : [`${path}: expected an owner and a day of review in ${REVIEWS}, got none; add the page`],
      ),
      ...problemsOfSurplus(data, pages),
    ],
  };
}

const reviewOf = (path: string, { pages, folders }: Reviews): Review | undefined =>
  pages[path] ?? folders[path.slice(0, path.lastIndexOf("/"))];

function problemsOfSurplus({ pages, folders }: Reviews, all: readonly Page[]): string[] {
  const pagesThere = new Set(all.map(({ path }) => path));
  const foldersThere = new Set(all.map(({ path }) => path.slice(0, path.lastIndexOf("/"))));
  return [
    ...Object.keys(pages).filter((path) => !pagesThere.has(path)),
    ...Object.keys(folders).filter((path) => !foldersThere.has(path)),
  ].map(
    (path) =>
      `${REVIEWS}: ${path}: expected a page or a folder with pages, got none of that name; take it out`,
  );
}

/** Months after which a page is read again. */
const MONTHS = 6;

/** Pages whose last review is more than half a year ago, the longest first. */
export function overdue({ of }: ReadReviews, today: Date): string[] {
  const limit = new Date(today);
  limit.setUTCMonth(limit.getUTCMonth() - MONTHS);
  const day = limit.toISOString().slice(0, 10);
  return [...of]
    .flatMap(([path, review]) => ("reviewed" in review && review.reviewed < day ? [{ path, ...review }] : []))
    .sort((one, other) => (one.reviewed < other.reviewed ? -1 : 1))
    .map(({ path, reviewed, owner }) => `${path}: read through on ${reviewed} last; ${owner} reads it again`);
}
