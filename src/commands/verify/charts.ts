import { checkCharts } from "../charts/check-charts";
import { caveatsOf, checkedIn, findingsOf } from "../charts/wording";
import type { Verification } from "./verdict";

/** Renders every release with Helm and checks the objects against Kubernetes' schemas and the environment's wishes. */
export const charts: Verification = async (progress, signal) => {
  const results = await checkCharts(progress, signal);
  if ("missing" in results) {
    return { tool: "helm template", version: "", checked: "", findings: [], missing: results.missing };
  }
  const { helm, schemas, releases } = results;
  return {
    tool: "helm template",
    version: "missing" in schemas ? helm.version : `${helm.version}, schemas ${schemas.version}`,
    checked: checkedIn(releases),
    findings: findingsOf(releases),
    caveats: caveatsOf(results),
  };
};
