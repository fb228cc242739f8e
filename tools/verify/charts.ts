import { checkCharts, type ChartResults } from "../checks/charts/check-charts";
import { caveatsOf, checkedIn, findingsOf, notCheckedOf } from "../checks/charts/wording";
import type { Verdict, Verification } from "./verdict";

/** Renders every release with Helm and checks the objects against Kubernetes' schemas and the environment's wishes. */
export const charts: Verification = async (progress, signal) => {
  const results = await checkCharts(progress, signal);
  return "missing" in results
    ? { tool: TOOL, version: "", checked: "", findings: [], missing: results.missing }
    : verdictOf(results);
};

const TOOL = "helm template";

/** Verdict on the rendered releases. */
export function verdictOf(results: ChartResults): Verdict {
  const { helm, schemas, releases } = results;
  return {
    tool: TOOL,
    version: "missing" in schemas ? helm.version : `${helm.version}, schemas ${schemas.version}`,
    checked: checkedIn(releases),
    findings: findingsOf(releases),
    caveats: caveatsOf(results),
    notChecked: notCheckedOf(results),
  };
}
