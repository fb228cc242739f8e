import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { CLUSTER_STACK_NAMES } from "../../../src/settings/state/stack-names";
import { stackId } from "../../../src/settings/environment/stack-names";
import { environmentSettings } from "../../../src/platform/environments";
import { onAllCores } from "../../kit/on-all-cores";
import { exampleEnvironments, synthesiseExamples } from "../../samples/examples";
import { defineEnvironments } from "../../samples/platform";
import { sampleEnvironments } from "../../samples/sample-environments";
import { synthesise } from "../../samples/synthesise";
import { chartFolders } from "../charts/chart-folders";
import { renderWith } from "../charts/render";
import { type Outcome, renderStack } from "../charts/render-stack";

/** Renders every release of every cluster, of the platform, of samples and of examples. */
export async function renderAll(helm: string, scratch: string, signal: AbortSignal): Promise<Outcome[]> {
  const own = [...defineEnvironments(environmentSettings), ...sampleEnvironments()];
  const all = [...own, ...exampleEnvironments()];
  mkdirSync(scratch, { recursive: true });
  const stacks = [
    ...synthesise(own, join(scratch, "environments")),
    ...synthesiseExamples(join(scratch, "examples")),
  ];
  const renderer = {
    folders: chartFolders(helm, signal),
    render: renderWith(helm, signal),
    scratch,
  };
  const clusters = all.flatMap(({ clusters: some }) => some);
  const outcomes = await onAllCores(clusters, async (cluster) => {
    const ids = CLUSTER_STACK_NAMES.map((name) => stackId(name, cluster));
    const ofCluster = stacks.filter(({ id }) => ids.includes(id));
    return (await Promise.all(ofCluster.map((stack) => renderStack(stack, cluster, renderer)))).flat();
  });
  return outcomes.flat();
}
