import type { NotMadeConfig } from "../../../src/settings/organisation/charts-layout-schema";
import type { ClusterEnvironment } from "../../../src/settings/environment/environment";
import { clusterLabel, stackId } from "../../../src/settings/environment/stack-names";
import { ownValue } from "../../../src/settings/checking/own-value";
import { accountOf } from "../../../src/settings/organisation/environment-names";
import { CLUSTER_STACK_NAMES } from "../../../src/settings/state/stack-names";
import { chartsOf } from "../../../src/addons/argo-cd/charts";
import type { SynthesisedStack } from "../../terraform-json/stack";
import { textOf } from "../../terraform-json/json-map";
import { type NamespaceLabels } from "../charts/pod-security";
import { labelsOf } from "../charts/check-stacks";
import { type KubernetesObject, listAt } from "../charts/objects";
import { OWN_CHART, releasesOf } from "../charts/releases";
import { type Renderer, renderStack } from "../charts/render-stack";
import { stackObjects } from "../api-server/stack-objects";
import { placed } from "./placed";
import { type ImageRegistry, registryIn } from "./pulls";

/** Cluster of the platform, as applications of a charts repository meet it. */
export interface PlatformCluster {
  readonly label: string;
  readonly kubernetes: string;

  /** Application that makes all others. */
  readonly bootstrap: KubernetesObject;
  readonly projects: readonly KubernetesObject[];

  /** Applications that no project lets in, each with the reason. */
  readonly refused: Readonly<Record<string, string>>;

  /** Constraints of Gatekeeper. */
  readonly constraints: readonly KubernetesObject[];
  readonly namespaces: NamespaceLabels;

  /** Objects that pods may name although neither charts nor the platform make them, each with the reason. */
  readonly notMade: readonly NotMadeConfig[];

  /** Objects that the platform makes, each with its namespace. */
  readonly objects: readonly KubernetesObject[];

  /** Account whose nodes pull images. */
  readonly account: string;
  readonly registry: ImageRegistry;

  /** Releases of the platform whose objects are not known. */
  readonly notRendered: readonly string[];
}

/** Reads a cluster from its stacks; `undefined` where Argo CD deploys no charts. */
export async function platformCluster(
  environment: ClusterEnvironment,
  stacks: readonly SynthesisedStack[],
  renderer: Renderer,
): Promise<PlatformCluster | undefined> {
  const { addons, cluster, organisation } = environment;
  const own = CLUSTER_STACK_NAMES.flatMap((name) =>
    stacks.filter(({ id }) => id === stackId(name, environment)),
  );
  const objects = own
    .flatMap(releasesOf)
    .flatMap(({ chart, values }) =>
      chart.name === OWN_CHART ? (listAt(values, "objects") as readonly KubernetesObject[]) : [],
    );
  const bootstrap = objects.find(({ kind }) => kind === "Application");
  if (addons.argoCd === false || bootstrap === undefined) {
    return undefined;
  }
  const outcomes = (await Promise.all(own.map((stack) => renderStack(stack, environment, renderer)))).flat();
  const { layout } = chartsOf(addons.argoCd.charts, organisation);
  return {
    label: clusterLabel(environment),
    kubernetes: cluster.version,
    bootstrap,
    projects: objects.filter(({ kind }) => kind === "AppProject"),
    refused: layout?.refused ?? {},
    notMade: layout?.notMade ?? [],
    constraints: objects.filter(({ apiVersion }) => apiVersion.startsWith("constraints.gatekeeper.sh/")),
    namespaces: labelsOf(environment),
    objects: [
      ...own.flatMap(({ json }) => stackObjects(json).map(({ object }) => object as KubernetesObject)),
      ...outcomes.flatMap((one) =>
        "rendered" in one ? one.rendered.objects.map(placed(one.release.namespace)) : [],
      ),
    ],
    account: accountOf(environment),
    registry: registryIn(stacks.map(({ json }) => json)),
    notRendered: outcomes.flatMap((one) => ("rendered" in one ? [] : [one.release.name])),
  };
}

/** Reason for which no project lets an application in. */
export const refusalOf = ({ refused }: PlatformCluster, application: KubernetesObject): string | undefined =>
  ownValue(refused, textOf(application.metadata.name));
