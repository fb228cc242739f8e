import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { commentsOf } from "./comments";
import { passagesOfPage } from "./pages";
import type { Passage } from "./passage";

const ROOTS = ["main.ts", "src", "__tests__", "examples", "tools", "docs", "README.md", "CONTRIBUTING.md"];

/** Written by a tool from texts that are checked where they stand. */
const GENERATED = ["docs/add-ons/"];

/** All comments and pages of a project. */
export const passagesOf = (project: string): Passage[] =>
  filesOf(project)
    .filter((file) => !GENERATED.some((folder) => file.startsWith(folder)))
    .flatMap((file) => {
      const source = readFileSync(join(project, file), "utf8");
      return file.endsWith(".md") ? passagesOfPage(file, source) : commentsOf(file, source);
    });

const filesOf = (project: string): string[] =>
  ROOTS.filter((root) => existsSync(join(project, root)))
    .flatMap((root) =>
      /\.(?:ts|md)$/.test(root)
        ? [root]
        : readdirSync(join(project, root), { recursive: true, encoding: "utf8" }).map(
            (file) => `${root}/${file}`,
          ),
    )
    .filter((file) => (/^docs\/|^[^/]+\.md$/.test(file) ? file.endsWith(".md") : /\.m?ts$/.test(file)))
    .filter((file) => !/(?:^|\/)node_modules\//.test(file))
    .sort();
