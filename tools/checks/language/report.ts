import { columns } from "../../kit/columns";
import type { Passage } from "./passage";
import { broken, hasTooManyOpenings, isWithin, MOST_OPENINGS, type Rate, ratesOf, totalOf } from "./rates";
import { type Finding, findingsOf } from "./rules";

export interface Report {
  readonly text: string;
  readonly isWrong: boolean;
}

export interface ReportProps {
  readonly passages: readonly Passage[];

  /** Folders that must keep the rules. */
  readonly enforced: readonly string[];

  /** Folders whose findings are listed as well. */
  readonly listed: readonly string[];

  /** Commit subjects that are too long. */
  readonly subjects: readonly string[];
}

/** Findings of enforced and listed folders, long subjects, and a table of rates. */
export function report({ passages, enforced, listed, subjects }: ReportProps): Report {
  const rates = ratesOf(passages, enforced);
  const total = totalOf(rates);
  const problems = [
    ...broken(rates).map(problemOf),
    ...(hasTooManyOpenings(total) ? [problemOfAll(total)] : []),
    ...enforced
      .filter((folder) => !rates.some((rate) => rate.folder === folder))
      .map((folder) => `${folder}: expected comments or pages, got none; correct its path in enforced.ts`),
  ];
  const findings = passages
    .filter(({ file }) => [...enforced, ...listed].some((folder) => isWithin(file, folder)))
    .flatMap(findingsOf);

  return {
    text: [
      ...(findings.length > 0 ? [findings.map(lineOf).join("\n")] : []),
      ...(subjects.length > 0 ? [subjects.join("\n")] : []),
      tableOf([...rates, total]),
      ...problems,
    ].join("\n\n"),
    isWrong: problems.length > 0 || subjects.length > 0,
  };
}

const lineOf = ({ file, line, text, rule }: Finding): string => `${file}:${line}: ${text}\n    ${rule}`;

const percent = (part: number, all: number): string =>
  all === 0 ? "–" : `${((100 * part) / all).toFixed(1)} %`;

function tableOf(rates: readonly Rate[]): string {
  const rows = rates.map((rate) => [
    rate.folder,
    String(rate.docComments),
    String(rate.openings),
    percent(rate.openings, rate.docComments),
    String(rate.sentences),
    rate.isEnforced ? "yes" : "",
  ]);
  return columns([["folder", "doc comments", "openings", "rate", "sentences", "enforced"], ...rows]).join(
    "\n",
  );
}

const problemOf = ({ folder, docComments, openings, sentences }: Rate): string =>
  `${folder}: expected no sentence that breaks a rule and at most ${percent(MOST_OPENINGS, 1)} of openings, got ` +
  `${sentences} and ${percent(openings, docComments)}; rewrite the lines above`;

const problemOfAll = ({ docComments, openings }: Rate): string =>
  `all: expected at most ${percent(MOST_OPENINGS, 1)} of openings, got ${percent(openings, docComments)}; list the ` +
  "folders above with --list, and rewrite their openings";
