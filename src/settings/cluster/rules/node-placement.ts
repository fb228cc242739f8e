import type { NodeGroupConfig, NodeTaint } from "../node-group";
import { type OfPlacedNodes, placedNodeGroups } from "../placed-node-groups";
import { problemsOfLabelKey, problemsOfLabelValue } from "../../checking/kubernetes-labels";
import { oneOf, type Path, problem, show } from "../../checking/problem";

const eachGroup = (
  { cluster }: Pick<OfPlacedNodes, "cluster">,
  check: (group: NodeGroupConfig, path: Path) => string[],
): string[] =>
  Object.entries(cluster.nodeGroups).flatMap(([name, group]) => check(group, ["nodeGroups", name]));

/**
 * Prefixes that EKS, the kubelet or Karpenter refuse on a node.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/#noderestriction
 * @see https://karpenter.sh/docs/concepts/nodepools/#spectemplatemetadatalabels
 */
const RESERVED = /(^|\.)(eks\.amazonaws\.com|kubernetes\.io|k8s\.io|karpenter\.sh|karpenter\.k8s\.aws)\//;
const ALLOWED = /^([^/]+\.)?(node|kubelet)\.kubernetes\.io\//;

const keyProblem = (path: Path, key: string): string[] => [
  ...problemsOfLabelKey(path, key),
  ...(RESERVED.test(key) && !ALLOWED.test(key)
    ? [
        problem(
          path,
          "a key of your own",
          show(key),
          "take another prefix: EKS, Kubernetes and Karpenter keep this one to themselves",
        ),
      ]
    : []),
];

/** Labels are ones that a node may carry. */
export const nodeLabelsAreValid = (config: Pick<OfPlacedNodes, "cluster">): string[] =>
  eachGroup(config, ({ labels = {} }, path) => problemsOfNodeLabels(labels, path));

/** Problems of the labels of nodes, below the path of what makes the nodes. */
export const problemsOfNodeLabels = (labels: Readonly<Record<string, string>>, path: Path): string[] =>
  Object.entries(labels).flatMap(([key, value]) => {
    const at = [...path, "labels", key];
    return [...keyProblem(at, key), ...problemsOfLabelValue(at, value)];
  });

/** @see https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateNodegroup.html */
const MOST_TAINTS = 50;

/** Taints are ones that a node may carry, each once. */
export const nodeTaintsAreValid = (config: Pick<OfPlacedNodes, "cluster">): string[] =>
  eachGroup(config, ({ taints = [] }, path) => problemsOfNodeTaints(taints, path));

/** Problems of the taints of nodes, below the path of what makes the nodes. */
export const problemsOfNodeTaints = (taints: readonly NodeTaint[], path: Path): string[] => [
  ...(taints.length <= MOST_TAINTS
    ? []
    : [
        problem(
          [...path, "taints"],
          `${MOST_TAINTS} taints at most`,
          `${taints.length}`,
          "remove some: EKS takes no more",
        ),
      ]),
  ...taints.flatMap((taint, index) => {
    const at = [...path, "taints", index];
    const same = ({ key, effect }: NodeTaint) => key === taint.key && effect === taint.effect;
    return [
      ...keyProblem([...at, "key"], taint.key),
      ...problemsOfLabelValue([...at, "value"], taint.value ?? ""),
      ...(taints.findIndex(same) < index
        ? [problem(at, "each key once with an effect", `${show(taint.key)} again`, "remove it")]
        : []),
    ];
  }),
];

/** Zones of a group are zones in which the cluster has private subnets, each once. */
export const nodeZonesHaveSubnets = (config: OfPlacedNodes): string[] =>
  eachGroup(config, ({ zones }, path) => {
    const known = Object.keys(config.network.subnets.private);
    if (zones?.length === 0) {
      return [problem([...path, "zones"], "one zone at least", "none", "leave it out for every zone")];
    }
    return (zones ?? []).flatMap((zone, index) => [
      ...(known.includes(zone)
        ? []
        : [
            problem(
              [...path, "zones", index],
              oneOf(known),
              show(zone),
              "name a zone of the private subnets",
            ),
          ]),
      ...(zones!.indexOf(zone) < index
        ? [problem([...path, "zones", index], "each zone once", `${show(zone)} again`, "remove it")]
        : []),
    ]);
  });

/** True if pods that tolerate no taints stay away from a group. */
export const keepsPodsAway = ({ taints = [] }: NodeGroupConfig): boolean =>
  taints.some(({ effect }) => effect !== "PreferNoSchedule");

/** Every zone has nodes for pods that tolerate nothing: a volume is in one zone, and its pod must go there. */
export function everyZoneHasNodes(config: OfPlacedNodes): string[] {
  const groups = Object.values(placedNodeGroups(config));
  if (groups.length === 0) {
    return [];
  }
  const covered = new Set(groups.filter((group) => !keepsPodsAway(group)).flatMap(({ zones }) => zones));
  const lacking = Object.keys(config.network.subnets.private).filter((zone) => !covered.has(zone));
  return lacking.length === 0
    ? []
    : [
        problem(
          ["nodeGroups"],
          "a group without taints in every zone of the private subnets",
          `none in ${lacking.join(", ")}`,
          "pods of add-ons tolerate no taints, and a pod whose volume is in such a zone would never start",
        ),
      ];
}

/** Groups per zone have names that no other group has. */
export const placedGroupsHaveOwnNames = (config: OfPlacedNodes): string[] =>
  Object.entries(config.cluster.nodeGroups).flatMap(([name, group]) => {
    const { zones = Object.keys(config.network.subnets.private) } = group;
    const taken = zones.map((zone) => `${name}-${zone}`).filter((own) => config.cluster.nodeGroups[own]);
    return group.perZone
      ? taken.map((own) =>
          problem(
            ["nodeGroups", own],
            "a name of its own",
            `the name of ${name} in a zone`,
            "rename it: perZone adds the zone to the name",
          ),
        )
      : [];
  });

/** A start-up taint is removed by the EBS driver alone. */
export const startupTaintsAreRemoved = (
  config: Pick<OfPlacedNodes, "cluster"> & { readonly addons: { readonly ebsCsiDriver: unknown } },
): string[] =>
  config.addons.ebsCsiDriver
    ? []
    : eachGroup(config, ({ startupTaint }, path) =>
        startupTaint
          ? [
              problem(
                [...path, "startupTaint"],
                "false, since addons.ebsCsiDriver is off",
                "true",
                "nothing would remove the taint, and no pod would ever start",
              ),
            ]
          : [],
      );
