import { CHART } from "../../../src/addons/velero/chart";
import type { Manifest } from "../../../src/constructs/manifests";
import { rightsOf } from "../../../src/addons/velero/rights";
import { applicationNamespaces } from "../../../src/settings/namespaces/namespaces";
import type { ClusterEnvironment, Environment } from "../../../src/settings/environment/environment";
import { clusterLabel, stackId } from "../../../src/settings/environment/stack-names";
import { asMap, type JsonMap } from "../../terraform-json/json-map";
import type { SynthesisedStack } from "../../terraform-json/stack";
import { manifestObjects } from "../api-server/manifest-objects";
import { stackObjects } from "../api-server/stack-objects";
import { releasesOf } from "../charts/releases";
import type { BackedUpCluster } from "./rehearse-restore";

/** Clusters that back applications up, by their labels, each with what Terraform makes in it. */
export const backedUpClusters = (
  environments: readonly Environment[],
  stacks: readonly SynthesisedStack[],
): ReadonlyMap<string, BackedUpCluster> =>
  new Map(
    environments
      .flatMap(({ clusters }) => clusters)
      .filter(({ addons }) => addons.velero !== false)
      .map((cluster) => [clusterLabel(cluster), backedUp(cluster, stacks)]),
  );

function backedUp(cluster: ClusterEnvironment, stacks: readonly SynthesisedStack[]): BackedUpCluster {
  const [access, services] = (["cluster-access", "cluster-services"] as const).map((name) =>
    stacks.find(({ id }) => id === stackId(name, cluster))!,
  ) as [SynthesisedStack, SynthesisedStack];
  const release = releasesOf(services).find(({ chart }) => chart.name === CHART.name)!;
  const objects = stackObjects(access.json).map(({ object }) => object);
  const rights = manifestObjects(services.json).flatMap(({ place, object }) =>
    place === RIGHTS ? [object] : [],
  );
  return {
    tag: `kubernetes.io/cluster/${cluster.cluster.name}`,
    application: applicationNamespaces(cluster.organisation)[0]!,
    access: [...objects.filter(isNamespace), ...objects.filter((object) => !isNamespace(object))],
    release,
    rights: rights.filter((object) => !isRestoring(object)),
    restoring: asJson(rightsOf(release.namespace, true)).filter(isRestoring),
  };
}

const asJson = (objects: readonly Manifest[]) => JSON.parse(JSON.stringify(objects)) as readonly JsonMap[];

const RIGHTS = "helm_release.velero_rights";

const isNamespace = ({ kind }: JsonMap): boolean => kind === "Namespace";

/** True for the binding that a restore needs. */
const isRestoring = ({ metadata }: JsonMap): boolean => asMap(metadata).name === "velero-restoring";
