import { readFileSync, statSync } from "node:fs";
import { relative } from "node:path";
import { locatedIssue } from "../access/located-issue";
import { parseYaml, type YamlSource } from "../access/yaml-source";
import type { LocatedProblem } from "../access/yaml-syntax";
import { secretsOfFile } from "../checking/literal-secrets";
import { pathText, show } from "../checking/problem";
import { entriesOf } from "./folder-entries";
import { foreignLetters } from "./foreign-letters";
import { inTextsLike } from "./in-texts";
import { readBefore } from "./read-before";
import { PRODUCT, type ProductConfig } from "./schema";

/** File of one product. */
export interface ProductFile {
  /** Path relative to the project. */
  readonly path: string;

  /** Team whose folder the file is in. */
  readonly team: string;
  readonly text: string;

  /** Content; `undefined` if there are problems. */
  readonly product: ProductConfig | undefined;

  /** Problems, each with the path and the line first. */
  readonly problems: readonly string[];
}

/** Most bytes of a file, many times those of one that a person writes. */
export const MOST_BYTES = 100_000;

/**
 * Reads every `<folder>/<team>/<product>.yaml`. Never throws: problems are part of the result. Everything that
 * checks, lists and synthesises products reads them here.
 */
export function readProducts(folder: string): ProductFile[] {
  const stats = statSync(folder, { throwIfNoEntry: false });
  if (!stats?.isDirectory()) {
    const got = stats ? "a file" : "nothing";
    return [
      refused(
        relative("", folder),
        "",
        `expected a folder with a folder for each team, got ${got}; correct the path, or make the folder`,
      ),
    ];
  }
  return entriesOf(folder).map(({ path, team, problem }) =>
    problem === undefined
      ? readProduct(relative("", path), team)
      : refused(relative("", path), team, problem),
  );
}

function readProduct(path: string, team: string): ProductFile {
  const { size } = statSync(path);
  return size > MOST_BYTES
    ? refused(
        path,
        team,
        `expected at most ${MOST_BYTES.toLocaleString("en")} bytes, got ${size.toLocaleString("en")}; write one product per file`,
      )
    : parseProduct(path, team, readFileSync(path, "utf8"));
}

const refused = (path: string, team: string, problem: string): ProductFile => ({
  path,
  team,
  text: "",
  product: undefined,
  problems: [`${path}: ${problem}`],
});

/** Parses as `readProducts` does, for text that is at hand. */
export function parseProduct(path: string, team: string, text: string): ProductFile {
  const known = readBefore.find(text);
  if (known !== undefined) {
    return { path, team, text, product: known, problems: [] };
  }
  const source = parseYaml(text);
  const { product, problems } = productIn(source, text);
  const all = [...source.problems, ...problems].sort((a, b) => a.line - b.line);
  if (all.length === 0 && product !== undefined) {
    readBefore.add(text, product);
  }

  return {
    path,
    team,
    text,
    product: all.length > 0 ? undefined : product,
    problems: all.map(({ line, text }) => `${path}:${line}: ${text}`),
  };
}

interface Outcome {
  readonly product?: ProductConfig;
  readonly problems: readonly LocatedProblem[];
}

function productIn({ value, lineOf }: YamlSource, text: string): Outcome {
  if (value === undefined) {
    return { problems: [] };
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    const wording = `expected a product, got ${show(value)}; write product, owner and environments`;
    return { problems: [{ line: 1, text: wording }] };
  }
  const early = [
    ...secretProblems(text, value, lineOf),
    ...letterProblems(text, value, lineOf),
    ...templateProblems(text, value, lineOf),
  ];
  if (early.length > 0) {
    return { problems: early };
  }
  const { data, error } = PRODUCT.safeParse(value, { reportInput: true });
  return error
    ? { problems: error.issues.flatMap((issue) => locatedIssue(issue, lineOf)) }
    : { product: data, problems: [] };
}

const secretProblems = (text: string, value: object, lineOf: YamlSource["lineOf"]): LocatedProblem[] =>
  secretsOfFile(text, value).map(({ path, by }) => ({
    line: lineOf(path),
    text: `T27 ${pathText(path)}: expected no secret, got one (${by}); keep it in AWS Secrets Manager, and replace it, since the file has shown it`,
  }));

const letterProblems = (text: string, value: object, lineOf: YamlSource["lineOf"]): LocatedProblem[] =>
  foreignLetters(text, value).map(({ path, word, letter }) => ({
    line: lineOf(path),
    text: `${pathText(path)}: expected letters of one alphabet in a word, got ${show(word)} with ${letter}; type the word again`,
  }));

/** Beginning of what Terraform evaluates where a text becomes an argument. */
const TEMPLATE = /[$%]\{/;

const templateProblems = (file: string, value: object, lineOf: YamlSource["lineOf"]): LocatedProblem[] =>
  inTextsLike(TEMPLATE, file, value, (text, path) => [{ text, path }]).map(({ text, path }) => ({
    line: lineOf(path),
    text: `${pathText(path)}: expected text without a $ or % before a brace, which Terraform would evaluate, got ${show(text)}; leave them out`,
  }));
