import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { brokenLinks, linksOf } from "../../../reports/documentation/links";
import { pagesOf } from "../../../reports/documentation/pages";
import { overdue, REVIEWS, reviewsOf } from "../../../reports/documentation/reviews";
import { staged } from "../../../reports/documentation/site";

const page = (text: string, path = "docs/fleet.md") => ({ path, text });

describe("the documentation", () => {
  const pages = pagesOf(".");

  it("has an owner and a day of review for every page", () => {
    expect(reviewsOf(readFileSync(REVIEWS, "utf8"), pages).problems).toEqual([]);
  });

  it("has no link that leads nowhere", () => {
    expect(pages.flatMap(linksOf).length).toBeGreaterThan(500);
    expect(brokenLinks(pages, ".")).toEqual([]);
  });
});

describe("a link", () => {
  it.each([
    ["[a](nowhere.md)", "docs/fleet.md: expected a file at docs/nowhere.md, got none"],
    ["[a](../srcs/main.ts)", "docs/fleet.md: expected a file at srcs/main.ts, got none"],
    ["# One\n[a](#two)", "docs/fleet.md: expected a heading #two in docs/fleet.md, got none"],
    ["[a](<nowhere.md>)", "docs/fleet.md: expected a file at docs/nowhere.md, got none"],
  ])("is broken in %j", (text, problem) => {
    expect(brokenLinks([page(text)], ".")).toEqual([expect.stringContaining(problem)]);
  });

  it.each([
    "# A cluster's `api`, and more\n[a](#a-clusters-api-and-more)",
    "# One\n# One\n[a](#one-1)",
    "```\n[a](nowhere.md)\n```",
    "`[a](nowhere.md)`",
    "[a](https://example.org/nowhere)",
    '<a id="here"></a>\n[a](#here)',
  ])("is whole in %j", (text) => {
    expect(brokenLinks([page(text)], ".")).toEqual([]);
  });
});

describe("a file of reviews", () => {
  const read = (text: string) => reviewsOf(text, [page("", "docs/a.md"), page("", "docs/add-ons/b.md")]);
  const folders = "folders: { docs/add-ons: { owner: us, madeBy: npm run addon-pages } }\n";

  it("is refused where it lacks a page", () => {
    expect(read(`${folders}pages: {}`).problems).toEqual([
      "docs/a.md: expected an owner and a day of review in docs/pages.yaml, got none; add the page",
    ]);
  });

  it("is refused where it has a page that is gone", () => {
    const text = `${folders}pages: { docs/a.md: { owner: us, record: true }, docs/c.md: { owner: us, record: true } }`;

    expect(read(text).problems).toEqual([
      expect.stringContaining("docs/pages.yaml: docs/c.md: expected a page"),
    ]);
  });

  it.each(["{ owner: us }", "{ owner: us, reviewed: 2026-13-01 }", "{ reviewed: 2026-11-30 }"])(
    "is refused with %s",
    (entry) => {
      expect(read(`${folders}pages: { docs/a.md: ${entry} }`).problems).toEqual([
        expect.stringContaining("docs/pages.yaml: pages.docs/a.md"),
      ]);
    },
  );

  it("names pages that were read through more than half a year ago", () => {
    const reviews = read(`${folders}pages: { docs/a.md: { owner: us, reviewed: 2026-05-01 } }`);

    expect(overdue(reviews, new Date("2026-10-31"))).toEqual([]);
    expect(overdue(reviews, new Date("2026-11-30"))).toEqual([
      "docs/a.md: read through on 2026-05-01 last; us reads it again",
    ]);
  });
});

describe("a page of the site", () => {
  const review = { owner: "us", reviewed: "2026-11-30" };
  const repository = "https://github.com/us/platform/blob/HEAD";
  const paths = new Set(["docs/fleet.md", "docs/tenants.md"]);

  it("says its owner and its day below its title", () => {
    expect(staged(page("# A fleet\n\nText.\n"), review, repository, paths)).toBe(
      "# A fleet\n\n_Owner: us. Read through on 2026-11-30._\n\nText.\n",
    );
  });

  it("links to other pages as before, and to everything else on GitHub", () => {
    const text = "# A\n\n[b](tenants.md) [c](../src/index.ts) [d](https://example.org)\n";

    expect(staged(page(text), review, repository, paths)).toContain(
      `[b](tenants.md) [c](${repository}/src/index.ts) [d](https://example.org)`,
    );
  });

  it("names headings as MkDocs does", () => {
    expect(staged(page("# A\n\n[b](tenants.md#a----b)\n"), review, repository, paths)).toContain(
      "[b](tenants.md#a-b)",
    );
  });
});
