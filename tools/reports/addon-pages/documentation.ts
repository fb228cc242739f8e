import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";

/** Description of an add-on, from its source. */
export interface Documentation {
  /** File that holds its class. */
  readonly file: string;

  /** Comment of the class, in Markdown. */
  readonly text: string;

  /** Addresses of upstream's own descriptions. */
  readonly upstream: readonly string[];

  /** Comment above the version of its chart. */
  readonly aboutTheVersion: string;
}

const FOLDER = "src/addons";

/** Documentation of every class of `src/addons`, by name. */
export function readDocumentation(): Map<string, Documentation> {
  const files = readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".ts"),
  );
  return new Map(files.sort().flatMap((name) => classesIn(`${FOLDER}/${name}`)));
}

function classesIn(file: string): [string, Documentation][] {
  return parsed(file)
    .statements.filter(ts.isClassDeclaration)
    .map((declaration) => [
      declaration.name?.text ?? "",
      {
        file,
        text: commentOf(declaration),
        upstream: linksOf(declaration),
        aboutTheVersion: aboutTheVersion(join(dirname(file), "chart.ts")),
      },
    ]);
}

const parsed = (file: string): ts.SourceFile =>
  ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);

const isChart = (statement: ts.Statement): boolean =>
  ts.isVariableStatement(statement) &&
  statement.declarationList.declarations.some(({ name }) => name.getText() === "CHART");

function aboutTheVersion(file: string): string {
  const chart = existsSync(file) ? parsed(file).statements.find(isChart) : undefined;
  return chart ? commentOf(chart) : "";
}

const commentOf = (node: ts.Node): string =>
  ts
    .getJSDocCommentsAndTags(node)
    .filter(ts.isJSDoc)
    .map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? "")
    .join("\n\n");

/** Links of a comment, from its text: TypeScript takes a link's scheme for a name. */
const linksOf = (node: ts.Node): string[] =>
  ts
    .getJSDocTags(node)
    .filter(({ tagName }) => tagName.text === "see")
    .flatMap((tag) => /https:\/\/\S+/.exec(tag.getText()) ?? []);
