import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Page of the documentation. */
export interface Page {
  /** Path from the root of the project, such as `docs/fleet.md`. */
  readonly path: string;
  readonly text: string;
}

/** Pages that stand beside the folder `docs`. */
const BESIDE = ["README.md", "CONTRIBUTING.md"];

/** Every page of a project's documentation, sorted by path. */
export const pagesOf = (project: string): Page[] =>
  [...BESIDE, ...pathsIn(project)].sort().map((path) => ({
    path,
    text: readFileSync(join(project, path), "utf8"),
  }));

const pathsIn = (project: string): string[] =>
  readdirSync(join(project, "docs"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".md"))
    .map((path) => `docs/${path}`);
