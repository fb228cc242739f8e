import { readFileSync } from "node:fs";
import { CommandError } from "../kit/command-error";
import { platformCommand } from "../toolbox/platform-command";
import { DOCUMENTATION } from "../reports/documentation/arguments";

export const command = platformCommand(DOCUMENTATION, async ({ options: { check, out } }, signal) => {
  const { pagesOf } = await import("../reports/documentation/pages");
  const { overdue, REVIEWS, reviewsOf } = await import("../reports/documentation/reviews");
  const { brokenLinks } = await import("../reports/documentation/links");
  const pages = pagesOf(".");
  const reviews = reviewsOf(readFileSync(REVIEWS, "utf8"), pages);
  const problems = [...reviews.problems, ...brokenLinks(pages, ".")];
  if (problems.length > 0) {
    throw new CommandError(problems.join("\n"));
  }
  const late = overdue(reviews, new Date());
  if (check) {
    console.log(
      [...late, `${pages.length} pages: each has an owner, and every link leads somewhere`].join("\n"),
    );
    return 0;
  }
  const { organisation } = await import("../samples/platform");
  const { buildSite } = await import("../reports/documentation/build");
  const folder = out ?? "cdktf.out/site";
  await buildSite(pages, reviews, organisation, folder, signal);
  console.log([...late, `${folder}: written, ${pages.length} pages; open ${folder}/index.html`].join("\n"));
  return 0;
});
