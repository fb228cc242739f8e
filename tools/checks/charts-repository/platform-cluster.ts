import type { ClusterEnvironment } from "../../../src/settings/environment/environment";
import { clusterLabel, stackId } from "../../../src/settings/environment/stack-names";
import { ownValue } from "../../../src/settings/checking/own-value";
import { CLUSTER_STACK_NAMES } from "../../../src/settings/state/stack-names";
import { chartsOf } from "../../../src/addons/argo-cd/charts";
import type { SynthesisedStack } from "../../terraform-json/stack";
import { textOf } from "../../terraform-json/json-map";
import { type NamespaceLabels } from "../charts/pod-security";
import { labelsOf } from "../charts/check-stack";
import { type KubernetesObject, listAt } from "../charts/objects";
import { OWN_CHART, releasesOf } from "../charts/releases";
import { type Renderer, renderStack } from "../charts/render-stack";
import { identityOf } from "./conflicts";

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

  /** Objects that the platform makes, by their identity. */
  readonly identities: ReadonlySet<string>;

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
  return {
    label: clusterLabel(environment),
    kubernetes: cluster.version,
    bootstrap,
    projects: objects.filter(({ kind }) => kind === "AppProject"),
    refused: chartsOf(addons.argoCd.charts, organisation).layout?.refused ?? {},
    constraints: objects.filter(({ apiVersion }) => apiVersion.startsWith("constraints.gatekeeper.sh/")),
    namespaces: labelsOf(environment),
    identities: new Set(
      outcomes.flatMap((one) =>
        "rendered" in one
          ? one.rendered.objects.map((object) => identityOf(object, one.release.namespace))
          : [],
      ),
    ),
    notRendered: outcomes.flatMap((one) => ("rendered" in one ? [] : [one.release.name])),
  };
}

/** Reason for which no project lets an application in. */
export const refusalOf = ({ refused }: PlatformCluster, application: KubernetesObject): string | undefined =>
  ownValue(refused, textOf(application.metadata.name));
