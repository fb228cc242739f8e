import type { Release } from "./schema";

/** Kind of a version in a release. */
export type ReleasedKind = "kubernetes" | "nodes" | "eks-addon" | "chart";

/** Version that two releases have differently; `undefined` where one has none. */
export interface ReleaseDifference {
  readonly kind: ReleasedKind;

  /** Name of the add-on or chart; empty for Kubernetes and nodes. */
  readonly name: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** Versions that differ between releases: Kubernetes first, then nodes, add-ons of EKS, and charts by name. */
export const differencesBetween = (from: Release, to: Release): ReleaseDifference[] =>
  [
    { kind: "kubernetes" as const, name: "", from: from.kubernetes, to: to.kubernetes },
    { kind: "nodes" as const, name: "", from: from.nodes, to: to.nodes },
    ...named("eks-addon", from.eksAddons, to.eksAddons),
    ...named("chart", from.charts, to.charts),
  ].filter((one) => one.from !== one.to);

type Versions = Readonly<Record<string, string>>;

const named = (kind: ReleasedKind, from: Versions, to: Versions): ReleaseDifference[] =>
  [...new Set([...Object.keys(from), ...Object.keys(to)])]
    .sort()
    .map((name) => ({ kind, name, from: from[name], to: to[name] }));
