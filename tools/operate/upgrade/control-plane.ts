import { CLUSTER_AUTOSCALER_TAGS } from "../../../src/addons/cluster-autoscaler/image-tags";
import type { ClusterEnvironment } from "../../../src/settings/environment/environment";
import { organisation } from "../../samples/platform";
import { KUBERNETES_VERSIONS } from "../../../src/settings/cluster/kubernetes-versions";
import { kubernetesMinor } from "../../../src/settings/checking/kubernetes-minor";
import type { Proposal, Upgrade } from "./proposal";
import { fileOf, placeOf, settingOf, type Surroundings } from "./surroundings";

/**
 * Steps for the control plane, for the parts that follow it, and for those that every environment shares once
 * the last one has moved.
 */
export function upgradeOfControlPlane(
  environment: ClusterEnvironment,
  to: string,
  surroundings: Surroundings,
): Upgrade {
  return {
    proposals: [
      surroundings.isLast && environment.cluster.release === undefined
        ? { ...versionOf(environment, to), file: "src/settings/cluster/defaults.ts", setting: "version" }
        : {
            ...versionOf(environment, to),
            ...placeOf(environment, "version", "kubernetes"),
          },
      ...followers(environment, to),
      ...(surroundings.isLast ? onceAllHaveMoved(environment, to, surroundings) : []),
    ],
    blockers: [
      ...offered(to),
      // A release is tried by the stages before as a whole.
      ...(environment.cluster.release === undefined ? promoted(environment, to, surroundings) : []),
    ],
    exceptions: [],
  };
}

const versionOf = ({ cluster }: ClusterEnvironment, to: string): Omit<Proposal, "file" | "setting"> => ({
  step: "control plane",
  from: cluster.version,
  to,
  why: "apply cluster-infrastructure; about ten minutes",
});

/** Parts that move by themselves with the cluster's `version`. */
function followers({ cluster, addons }: ClusterEnvironment, to: string): Proposal[] {
  const follows = { step: "with it", file: "-" } as const;
  const tag = CLUSTER_AUTOSCALER_TAGS[to];

  return [
    ...(addons.clusterAutoscaler && tag
      ? [
          {
            ...follows,
            setting: "cluster-autoscaler's image",
            from: CLUSTER_AUTOSCALER_TAGS[cluster.version]!,
            to: tag,
            why: "upstream supports the cluster's own minor only; apply cluster-services",
          },
        ]
      : []),
  ];
}

/**
 * Edits after the last environment: production's settings are the defaults, from which the others then no
 * longer differ.
 */
function onceAllHaveMoved(
  { cluster }: ClusterEnvironment,
  to: string,
  { withOwnVersion }: Surroundings,
): Proposal[] {
  return [
    ...withOwnVersion.map((other) => ({
      step: "after" as const,
      file: fileOf(other),
      setting: settingOf(other, "version"),
      from: other.cluster.version,
      to: "left out",
      why: "it is the default now",
    })),
    {
      step: "after",
      file: "renovate.json",
      setting: "kubernetesVersion of EKS add-ons",
      from: cluster.version,
      to,
      why: "Renovate asks for add-ons of the minor that production runs",
    },
  ];
}

const offered = (to: string): string[] =>
  KUBERNETES_VERSIONS.includes(to)
    ? []
    : [
        `src/settings/cluster/kubernetes-versions.ts: expected ${to} in KUBERNETES_VERSIONS, got ` +
          `${KUBERNETES_VERSIONS.at(-1)} as the newest; add it once EKS offers it: ` +
          `aws eks describe-cluster-versions --cluster-versions ${to}, or ` +
          "https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html",
      ];

/** Blockers in the order of promotion: the environments before this one try a minor first. */
function promoted({ name }: ClusterEnvironment, to: string, { others }: Surroundings): string[] {
  const order = organisation.promotion;
  return others
    .filter((other) => order.includes(other.name) && order.indexOf(other.name) < order.indexOf(name))
    .filter(({ cluster }) => kubernetesMinor(cluster.version)! < kubernetesMinor(to)!)
    .map(
      (other) =>
        `${other.name}: expected ${to} before ${name} has it, got ${other.cluster.version}; ` +
        `begin with npm run upgrade -- --to ${to} ${other.name}`,
    );
}
