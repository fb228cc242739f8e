import type { ClusterEnvironment } from "../../../src/settings/environment/environment";
import { clusterLabel, stackId } from "../../../src/settings/environment/stack-names";
import type { SynthesisedStack } from "../../terraform-json/stack";
import { customKindsIn } from "../charts/custom-kinds";
import { OWN_CHART, type Release } from "../charts/releases";
import { type Outcome, type Renderer, renderStack } from "../charts/render-stack";
import type { Rendered } from "../charts/rendered";

/** Stacks of a cluster that an API server on this machine takes. */
export interface ClusterStacks {
  readonly label: string;
  readonly access: SynthesisedStack;

  /** @default - the cluster has no add-ons */
  readonly services?: SynthesisedStack | undefined;

  /** Charts that Terraform is to install, by the addresses of their releases. */
  readonly charts: ReadonlyMap<string, string>;

  /** Releases that cannot be installed on this machine, each with the reason. */
  readonly leftOut: readonly string[];
}

/** Stacks of a cluster in the order in which they are applied. */
export const stacksInOrder = ({ access, services }: ClusterStacks): readonly SynthesisedStack[] => [
  access,
  ...(services ? [services] : []),
];

/** Stacks of a cluster, with the charts that this machine has. */
export async function stacksOf(
  cluster: ClusterEnvironment,
  stacks: readonly SynthesisedStack[],
  renderer: Renderer,
): Promise<ClusterStacks> {
  const [access, services] = (["cluster-access", "cluster-services"] as const).map((name) =>
    stacks.find(({ id }) => id === stackId(name, cluster)),
  );
  const outcomes = services === undefined ? [] : await renderStack(services, cluster, renderer);
  const rendered = outcomes.flatMap((one) => ("rendered" in one ? one.rendered : []));
  const kinds = new Set(rendered.flatMap(({ objects }) => customKindsIn(objects)).map(nameOf));

  const charts = new Map<string, string>();
  const leftOut: string[] = [];
  for (const outcome of outcomes) {
    const reason = reasonOf(outcome, kinds);
    const place = await renderer.folders(outcome.release.chart);
    if (reason === undefined && "folder" in place) {
      charts.set(outcome.release.address, chartOf(outcome.release, place.folder));
    } else {
      leftOut.push(`${outcome.release.name}: ${reason ?? "no chart"}`);
    }
  }
  return { label: clusterLabel(cluster), access: access!, services, charts, leftOut };
}

/** Chart as Terraform is told of it. Those of our own are beside the stack, in each copy of it. */
const chartOf = ({ chart }: Release, folder: string): string =>
  chart.name === OWN_CHART ? `./${folder.slice(folder.indexOf("/./") + 3)}` : folder;

/** Reason why a release cannot be installed on this machine. */
function reasonOf(outcome: Outcome, kinds: ReadonlySet<string>): string | undefined {
  if ("notRendered" in outcome) {
    return outcome.notRendered;
  }
  if ("problem" in outcome) {
    return outcome.problem;
  }
  const unknown = unknownKinds(outcome.rendered, kinds);
  return unknown.length === 0 ? undefined : `no chart on this machine brings ${unknown.join(", ")}`;
}

const unknownKinds = ({ objects }: Rendered, kinds: ReadonlySet<string>): string[] => [
  ...new Set(objects.filter((one) => !isBuiltIn(one) && !kinds.has(nameOf(one))).map(({ kind }) => kind)),
];

interface Kind {
  readonly apiVersion: string;
  readonly kind: string;
}

const nameOf = ({ apiVersion, kind }: Kind): string => `${apiVersion} ${kind}`;

/** True for kinds of Kubernetes itself: `v1`, `apps/v1`, `networking.k8s.io/v1`. */
const isBuiltIn = ({ apiVersion }: Kind): boolean => /^([a-z]+\/)?v\w+$|\.k8s\.io\//.test(apiVersion);
