import { join } from "node:path";
import type { ClusterEnvironment, Environment } from "../../../src/settings/environment/environment";
import { stackId } from "../../../src/settings/environment/stack-names";
import { CLUSTER_STACK_NAMES } from "../../../src/settings/state/stack-names";
import { defineEnvironments } from "../../samples/platform";
import { environmentSettings } from "../../../src/platform/environments";
import type { JsonMap } from "../../terraform-json/json-map";
import { onAllCores } from "../../kit/on-all-cores";
import { exampleEnvironments, synthesiseExamples } from "../../samples/examples";
import { sampleEnvironments } from "../../samples/sample-environments";
import { synthesise } from "../../samples/synthesise";
import { inTemporaryFolder } from "../../kit/temporary-folder";
import { goTool } from "../../toolbox/go-tools";
import type { InstalledTool } from "../../toolbox/tools";
import { blocksOf } from "../../terraform-json/blocks";
import { chartFolders } from "./chart-folders";
import { checkStacks, type ReleaseResult } from "./check-stacks";
import { kubernetesSchemas, type KubernetesSchemas, schemaFolder } from "./kubernetes-schemas";
import { mirroredEnvironment } from "./mirrored-environment";
import { renderWith } from "./render";
import { schemaCheck, type SchemaCheck } from "./schema-check";

export interface ChartResults {
  readonly helm: InstalledTool;
  readonly schemas: KubernetesSchemas | { readonly missing: string };
  readonly releases: readonly ReleaseResult[];

  /** Kubernetes versions without schemas, with the version in their place. */
  readonly nearest: readonly string[];
}

/** Real environments, samples of everything that they do not have, and one that mirrors everything. */
const environments = (): Environment[] => [
  ...defineEnvironments(environmentSettings),
  ...sampleEnvironments(),
  mirroredEnvironment(),
];

/** Renders every release of every environment with Helm and checks all objects. */
export async function checkCharts(
  progress: (text: string) => void,
  signal: AbortSignal,
): Promise<ChartResults | { readonly missing: string }> {
  const helm = await goTool("helm", signal);
  if ("missing" in helm) {
    return helm;
  }
  const schemas = await kubernetesSchemas(signal);
  const own = environments();
  const all = [...own, ...exampleEnvironments()];
  const clusters = all.flatMap((environment) => environment.clusters);
  const bySchemas = new Map(
    clusters.map(({ cluster }) => [cluster.version, checkOf(cluster.version, schemas)]),
  );

  const releases = await inTemporaryFolder("charts", async (scratch) => {
    const stacks = [
      ...synthesise(own, join(scratch, "environments")),
      ...synthesiseExamples(join(scratch, "examples")),
    ];
    const shared = {
      folders: chartFolders(helm.program, signal),
      render: renderWith(helm.program, signal),
      scratch,
    };
    const results = await onAllCores(clusters, async (environment) => {
      progress(stackId("cluster-services", environment));
      const instruments = { ...shared, schemas: bySchemas.get(environment.cluster.version)!.check };
      return checkStacks(
        stacks.filter(({ id, json }) => idsOf(environment).includes(id) && hasReleases(json)),
        environment,
        instruments,
      );
    });
    return results.flat();
  });
  return { helm, schemas, releases, nearest: [...bySchemas.values()].flatMap(({ nearest }) => nearest) };
}

const idsOf = (cluster: ClusterEnvironment): string[] =>
  CLUSTER_STACK_NAMES.map((name) => stackId(name, cluster));

const hasReleases = (json: JsonMap): boolean => Object.keys(blocksOf(json, "helm_release")).length > 0;

function checkOf(
  version: string,
  schemas: ChartResults["schemas"],
): { readonly check: SchemaCheck; readonly nearest: readonly string[] } {
  if ("missing" in schemas) {
    return { check: schemaCheck(undefined), nearest: [] };
  }
  const found = schemaFolder(schemas, version);
  return {
    check: schemaCheck(found?.folder),
    nearest:
      found?.kubernetes === version
        ? []
        : [`Kubernetes ${version} by the schemas of ${found?.kubernetes ?? "none"}`],
  };
}
