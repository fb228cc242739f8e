import { commandLine } from "../../kit/command";

export const DOCUMENTATION = commandLine({
  name: "documentation",
  summary: "Builds the site of the documentation, with search, an owner and a day of review on each page.",
  args: [],
  options: {
    check: { help: "checks owners, days and links, and builds nothing" },
    out: { value: "folder", help: "folder of the site, written anew (cdktf.out/site)" },
  },
  notes:
    "docs/pages.yaml has owners and days. Pages that wait for a review are named, and fail nothing. The site needs Python, from which MkDocs is installed once.",
});
