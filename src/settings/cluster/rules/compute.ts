import { type Compute, hasFargate } from "../compute/compute";
import type { OfCluster } from "./of-cluster";
import {
  categoriesAreLetters,
  choicesOfPoolsAreReal,
  disksOfNodeClassesAreSensible,
  markingsOfPoolsAreValid,
  numbersOfPoolsAreSensible,
} from "./node-pools";
import { oneOf, type Path, problem, show } from "../../checking/problem";

const COMPUTE: Path = ["compute"];
const KEBAB_CASE = /^(?=.{1,40}$)[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** Names that are part of objects in the cluster, and of paths to them. */
function namesIn(compute: Compute): [Path, string][] {
  const under = (key: string, named: object): [Path, string][] =>
    Object.keys(named).map((name) => [[...COMPUTE, key, name], name]);
  return compute.kind === "node-groups"
    ? []
    : [
        ...under("nodePools", compute.nodePools),
        ...(compute.kind === "karpenter" ? under("nodeClasses", compute.nodeClasses) : []),
      ];
}

/** Pools and classes have names that Kubernetes takes and an alarm can show. */
export const poolNamesAreReadable = ({ cluster: { compute } }: OfCluster): string[] =>
  namesIn(compute)
    .filter(([, name]) => !KEBAB_CASE.test(name))
    .map(([path, name]) =>
      problem(path, "a kebab-case name of 40 characters at most", show(name), 'call it something like "arm"'),
    );

/** EKS's own pools of Auto Mode are not made a second time. */
export const poolsOfAutoModeAreOwn = ({ cluster: { compute } }: OfCluster): string[] =>
  compute.kind === "auto"
    ? Object.keys(compute.nodePools)
        .filter((name) => name === "system" || name === "general-purpose")
        .map((name) =>
          problem(
            [...COMPUTE, "nodePools", name],
            "a name that EKS does not keep to itself",
            show(name),
            "call it something else, or add it to builtInPools",
          ),
        )
    : [];

/** Something makes nodes. */
export function thereIsANodePool({ cluster: { compute } }: OfCluster): string[] {
  const none =
    compute.kind !== "node-groups" &&
    Object.keys(compute.nodePools).length === 0 &&
    (compute.kind === "karpenter" || compute.builtInPools.length === 0);
  return none
    ? [
        problem(
          [...COMPUTE, "nodePools"],
          "one pool at least",
          "none",
          "add one with its limits: without a pool, pods wait for ever",
        ),
      ]
    : [];
}

/** Pools name classes that there are. */
export const poolsHaveAClass = ({ cluster: { compute } }: OfCluster): string[] =>
  compute.kind === "karpenter"
    ? Object.entries(compute.nodePools)
        .filter(([, { nodeClass }]) => !Object.hasOwn(compute.nodeClasses, nodeClass))
        .map(([name, { nodeClass }]) =>
          problem(
            [...COMPUTE, "nodePools", name, "nodeClass"],
            oneOf(Object.keys(compute.nodeClasses)),
            show(nodeClass),
            "write one of compute.nodeClasses, or add it there",
          ),
        )
    : [];

const IMAGE = /^(?:al2023@v\d{8}|bottlerocket@v\d+\.\d+\.\d+)$/;

/** Images are those of one release: with the newest of the day, AWS would choose when nodes are replaced. */
export const imagesOfNodeClassesArePinned = ({ cluster: { compute } }: OfCluster): string[] =>
  compute.kind === "karpenter"
    ? Object.entries(compute.nodeClasses)
        .filter(([, { image }]) => !IMAGE.test(image))
        .map(([name, { image }]) =>
          problem(
            [...COMPUTE, "nodeClasses", name, "image"],
            'a family and its release, such as "al2023@v20260714" or "bottlerocket@v…"',
            show(image),
            'write a release: with "latest", AWS would choose the day on which nodes are replaced',
          ),
        )
    : [];

/** Access entries admit the nodes, which no node group announces. */
export const nodesOfPoolsAreAdmitted = ({ cluster }: OfCluster): string[] =>
  cluster.compute.kind !== "node-groups" && cluster.authenticationMode === "CONFIG_MAP"
    ? [
        problem(
          ["authenticationMode"],
          `API or API_AND_CONFIG_MAP with compute.kind ${show(cluster.compute.kind)}`,
          show(cluster.authenticationMode),
          "change it: an access entry admits these nodes, and aws-auth alone knows none",
        ),
      ]
    : [];

/** CoreDNS runs where the cluster has something to run it on. */
export function dnsStartsBeforeKarpenter({ cluster: { compute, eksAddons } }: OfCluster): string[] {
  const computeType = eksAddons.coredns?.configuration?.computeType;
  const onFargate = hasFargate(compute);
  return computeType === undefined || (onFargate && computeType === "Fargate")
    ? []
    : [
        problem(
          ["eksAddons", "coredns", "configuration", "computeType"],
          onFargate ? '"Fargate", as Karpenter\'s controller is' : "no such setting",
          show(computeType),
          onFargate
            ? "leave it out: Karpenter makes a first node only once names can be looked up"
            : 'leave it out: Fargate is there with compute.controller "fargate" alone',
        ),
      ];
}

/** Pods on EKS's own pools start with a network: no setting closes them. */
export const builtInPoolsStartOpen = ({ cluster: { compute, podsStartOpen } }: OfCluster): string[] =>
  compute.kind === "auto" && compute.builtInPools.length > 0 && podsStartOpen === false
    ? [
        problem(
          [...COMPUTE, "builtInPools"],
          "none, since pods start without a network",
          compute.builtInPools.join(", "),
          'write nodePools of your own; or podsStartOpen: { reason: "…" }',
        ),
      ]
    : [];

/** Rules of a cluster's nodes that come from pools. */
export const COMPUTE_RULES = [
  thereIsANodePool,
  poolNamesAreReadable,
  poolsOfAutoModeAreOwn,
  poolsHaveAClass,
  imagesOfNodeClassesArePinned,
  nodesOfPoolsAreAdmitted,
  dnsStartsBeforeKarpenter,
  builtInPoolsStartOpen,
  numbersOfPoolsAreSensible,
  choicesOfPoolsAreReal,
  categoriesAreLetters,
  markingsOfPoolsAreValid,
  disksOfNodeClassesAreSensible,
] as const;
