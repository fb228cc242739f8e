import { isOfPlatform } from "../../../../src/settings/namespaces/argo-kinds";
import { textOf } from "../../../terraform-json/json-map";
import { mapAt } from "../objects";
import type { Rule } from "../rendered";

/** Custom kinds that a project of a team may have, by their group: each is about its own namespace. */
const OF_TEAMS: Readonly<Record<string, readonly string[]>> = {
  "argoproj.io": [
    "ClusterWorkflowTemplate",
    "CronWorkflow",
    "Workflow",
    "WorkflowArtifactGCTask",
    "WorkflowEventBinding",
    "WorkflowTaskResult",
    "WorkflowTaskSet",
    "WorkflowTemplate",
  ],
  "external-secrets.io": ["ExternalSecret"],
  "monitoring.coreos.com": ["PodMonitor", "Probe", "PrometheusRule", "ServiceMonitor"],
};

/** Refuses a new kind of a chart of which no list says whether a team's project may have it. */
export const kindsAreJudged: Rule = ({ kinds, objects, crds }) => {
  const own = new Set([...objects.map(nameOf), ...(crds?.names ?? [])]);
  const unknown = kinds
    .filter(({ broughtBy }) => own.has(nameOf(broughtBy)))
    .map(({ apiVersion, kind }) => ({ group: apiVersion.split("/")[0]!, kind }))
    .filter(({ group, kind }) => !isOfPlatform({ group, kind }) && !OF_TEAMS[group]?.includes(kind));
  return [...new Set(unknown.map(({ group, kind }) => `${group}/${kind}`))].map(
    (name) =>
      `kind ${name}: expected it among the platform's or the teams' kinds, got it in neither list; ` +
      "write it into src/settings/namespaces/argo-kinds.ts, or into OF_TEAMS if it is about its own namespace alone",
  );
};

const nameOf = (object: Parameters<typeof mapAt>[0]): string => textOf(mapAt(object, "metadata").name);
