import { columns } from "../../kit/columns";
import { noLongerFound, withoutAccepted } from "./accepted";
import type { ChartResults } from "./check-charts";
import type { ReleaseResult } from "./check-stacks";

/** Findings, each once with its environments. */
export const findingsOf = (releases: readonly ReleaseResult[]): string[] => [
  ...folded(withoutAccepted(releases), ({ findings }) => findings),
  ...noLongerFound(releases),
];

/** Notes on the versions that were used. */
export const caveatsOf = ({ helm, nearest }: ChartResults): string[] => [...helm.caveats, ...nearest];

/** Checks that could not be made, each with the reason. */
export const notCheckedOf = ({ schemas, releases }: ChartResults): string[] => [
  ...("missing" in schemas ? [`WITHOUT THE SCHEMAS of Kubernetes' own kinds: ${schemas.missing}`] : []),
  ...folded(releases, ({ notRendered, chart }) =>
    notRendered === undefined ? [] : [`NOT RENDERED ${chart}: ${notRendered}`],
  ),
];

/** Summary such as `80 releases, 1204 objects of 8 environments`. */
export function checkedIn(releases: readonly ReleaseResult[]): string {
  const rendered = releases.filter(isRendered);
  const objects = rendered.reduce((sum, release) => sum + release.objects, 0);
  const environments = new Set(rendered.map(({ environment }) => environment)).size;
  return `${rendered.length} releases, ${objects} objects of ${environments} environments`;
}

/** True for a rendered release. Entries about several releases have no chart. */
const isRendered = ({ notRendered, chart }: ReleaseResult): boolean =>
  notRendered === undefined && chart !== "";

/** One row per release: its chart, its objects and its result, over all environments. */
export function chartsTable(releases: readonly ReleaseResult[]): string {
  const judged = withoutAccepted(releases).filter(
    ({ chart, findings }) => chart !== "" || findings.length > 0,
  );
  const names = [...new Set(judged.map(({ release }) => release))];
  return columns([
    ["release", "chart", "environments", "objects", ""],
    ...names.map((name) => {
      const own = judged.filter(({ release }) => release === name);
      const findings = new Set(own.flatMap((result) => result.findings)).size;
      const missing = own.some(({ notRendered }) => notRendered !== undefined);
      return [
        name,
        [...new Set(own.map(({ chart }) => chart))].join(", "),
        String(own.length),
        String(own.reduce((sum, { objects }) => sum + objects, 0)),
        missing ? "not rendered" : findings === 0 ? "fine" : `${findings} to mend`,
      ];
    }),
  ]).join("\n");
}

/** Sentences about releases, each once with the environments that it is true of. */
function folded(
  releases: readonly ReleaseResult[],
  sentencesOf: (result: ReleaseResult) => readonly string[],
): string[] {
  const environments = new Map<string, Set<string>>();
  for (const result of releases) {
    for (const sentence of sentencesOf(result)) {
      const text = `${result.release}: ${sentence}`;
      environments.set(text, (environments.get(text) ?? new Set()).add(result.environment));
    }
  }
  return [...environments].map(([text, names]) => `${text} [${[...names].join(", ")}]`);
}
