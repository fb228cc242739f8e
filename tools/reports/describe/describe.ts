import { stringify } from "yaml";
import type { ClusterEnvironment } from "../../../src/settings/environment/environment";

/** Settings of a cluster and its environment as YAML, each section by its name. */
export function describe(environment: ClusterEnvironment): string {
  const { cluster, clusters } = environment;
  const otherClusters = clusters.map((other) => other.cluster.name).filter((name) => name !== cluster.name);
  // All environments share the organisation. JSON leaves out what is no data.
  const settings = { ...environment, clusters: undefined, organisation: undefined, otherClusters };
  const data = JSON.parse(JSON.stringify(settings)) as object;
  return stringify(data, { aliasDuplicateObjects: false, lineWidth: 0 }).trimEnd();
}
