import { type NodeImagesOfRelease, nodeReleaseOf } from "../node-releases";
import type { ComputeSettings, NodeClassSettings, NodePoolSettings } from "./schema";

type Complete<Settings, Optional extends keyof Settings = never> = Readonly<
  Required<Omit<Settings, Optional>> & Pick<Settings, Optional>
>;

/** Kind of nodes that a controller makes, with every setting. */
export type NodePool = Omit<Complete<NodePoolSettings, "weight">, "disruption"> & {
  readonly disruption: Required<NonNullable<NodePoolSettings["disruption"]>>;
};

/** Machines of Karpenter's nodes, with every setting. */
export type NodeClass = Complete<NodeClassSettings>;

interface NodeGroupsCompute {
  readonly kind: "node-groups";
  readonly afterAutoMode: boolean;
}

export interface KarpenterCompute {
  readonly kind: "karpenter";
  readonly controller: "fargate" | "node-groups";
  readonly nodeClasses: Readonly<Record<string, NodeClass>>;
  readonly nodePools: Readonly<Record<string, NodePool>>;
  readonly afterAutoMode: boolean;
}

export interface AutoCompute {
  readonly kind: "auto";
  readonly builtInPools: readonly ("system" | "general-purpose")[];
  readonly nodePools: Readonly<Record<string, NodePool>>;
}

/** Source of a cluster's nodes. */
export type Compute = NodeGroupsCompute | KarpenterCompute | AutoCompute;

/** Karpenter's class where the author names none. */
const DEFAULT_CLASS = "default";

/** Class of a cluster's own pools in Auto Mode: EKS keeps `default` for its built-in ones. */
export const AUTO_CLASS = "platform";

/** Nodes of a cluster over their defaults. */
export function computeWithDefaults(
  settings: ComputeSettings | undefined,
  version: string,
  release?: NodeImagesOfRelease,
): Compute {
  if (settings === undefined || settings.kind === "node-groups") {
    return { kind: "node-groups", afterAutoMode: settings?.afterAutoMode ?? false };
  }
  if (settings.kind === "auto") {
    const { builtInPools = [], nodePools = {} } = settings;
    return { kind: "auto", builtInPools, nodePools: eachWith(nodePools, (pool) => poolOf(pool, AUTO_CLASS)) };
  }
  const { controller, nodeClasses = { [DEFAULT_CLASS]: {} }, nodePools, afterAutoMode = false } = settings;
  const only = Object.keys(nodeClasses)[0] ?? DEFAULT_CLASS;
  return {
    kind: "karpenter",
    controller,
    nodeClasses: eachWith(nodeClasses, ({ image = amazonLinuxFor(version, release), diskGib = 60 }) => ({
      image,
      diskGib,
    })),
    nodePools: eachWith(nodePools, (pool) => poolOf(pool, only)),
    afterAutoMode,
  };
}

const eachWith = <From, To>(
  named: Readonly<Record<string, From>>,
  to: (value: From) => To,
): Readonly<Record<string, To>> =>
  Object.fromEntries(Object.entries(named).map(([name, value]) => [name, to(value)]));

function poolOf(settings: NodePoolSettings, nodeClass: string): NodePool {
  const { limits, weight, disruption = {} } = settings;
  return {
    nodeClass: settings.nodeClass ?? nodeClass,
    architectures: settings.architectures ?? ["arm64"],
    capacityTypes: settings.capacityTypes ?? ["on-demand"],
    categories: settings.categories ?? ["c", "m", "r"],
    oldestGeneration: settings.oldestGeneration ?? 6,
    limits,
    labels: settings.labels ?? {},
    taints: settings.taints ?? [],
    ...(weight !== undefined && { weight }),
    disruption: {
      when: disruption.when ?? "WhenEmptyOrUnderutilized",
      afterSeconds: disruption.afterSeconds ?? 60,
      percentAtOnce: disruption.percentAtOnce ?? 10,
    },
    expireAfterHours: settings.expireAfterHours ?? 336,
  };
}

/** Alias of the image of a release, else of the one on record for a minor; `al2023@none` for a minor that no record has, which a rule refuses. */
const amazonLinuxFor = (version: string, release?: NodeImagesOfRelease): string =>
  `al2023@v${nodeReleaseOf("AL2023_ARM_64_STANDARD", version, release)?.split("-")[1] ?? "none"}`;

/** True where the cluster begins without a node of its own: Fargate or EKS has what must run first. */
export const startsWithoutNodes = (compute: Compute): boolean =>
  compute.kind === "auto" || hasFargate(compute);

/** True where Karpenter's controller and what must run before it are on Fargate. */
export const hasFargate = (compute: Compute): boolean =>
  compute.kind === "karpenter" && compute.controller === "fargate";

/** True where EKS brings the parts that a cluster else has as add-ons. */
export const isAutoModeAlone = (cluster: {
  readonly compute: Compute;
  readonly nodeGroups: Readonly<Record<string, unknown>>;
}): boolean => cluster.compute.kind === "auto" && Object.keys(cluster.nodeGroups).length === 0;
