import { parseYaml } from "../access/yaml-source";
import { type Path, problem } from "../checking/problem";
import type { ProductFile } from "./product-file";

/** Broken rule in a product's file. */
export interface Finding {
  readonly file: ProductFile;
  readonly path: Path;
  readonly expected: string;
  readonly got: string;
  readonly fix: string;
}

/**
 * Message of a finding: the file and its line, the rule, and the path in the file. A file with problems is parsed
 * once more, which costs less than keeping the lines of every file.
 */
export const messageOf = (rule: string, { file, path, expected, got, fix }: Finding): string =>
  `${file.path}:${parseYaml(file.text).lineOf(path)}: ${rule} ${problem(path, expected, got, fix)}`;
