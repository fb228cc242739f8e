import { isMap, type JsonMap } from "../../terraform-json/json-map";
import type { Sides } from "./stack-changes";

/** A component that gets another version. */
export interface VersionChange {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** Components with versions: their readable name, and their version. */
const VERSIONED: Readonly<Record<string, (block: JsonMap) => readonly [unknown, unknown]>> = {
  helm_release: ({ chart, version }) => [chart, version],
  aws_eks_addon: ({ addon_name, addon_version }) => [addon_name, addon_version],
  aws_eks_cluster: ({ version }) => ["Kubernetes", version],
  aws_rds_cluster: ({ cluster_identifier, engine_version }) => [cluster_identifier, engine_version],
};

/** Charts, EKS add-ons and the cluster whose version changes, with or without other changes. */
export function versionChangesIn({ before, after, moves }: Sides): VersionChange[] {
  const origins = new Map(moves.map(({ from, to }) => [to, from]));

  return [...after].flatMap(([address, now]) => {
    const versionOf = VERSIONED[address.split(".")[0]!];
    const old = before.get(origins.get(address) ?? address);
    if (!versionOf || !isMap(old) || !isMap(now)) {
      return [];
    }
    const [, from] = versionOf(old);
    const [name, to] = versionOf(now);
    return typeof name === "string" && typeof from === "string" && typeof to === "string" && from !== to
      ? [{ name, before: from, after: to }]
      : [];
  });
}
