import { isMap, type JsonMap } from "../../terraform-json/json-map";
import type { Sides } from "./stack-changes";

/** Something that comes in versions and gets another. */
export interface VersionChange {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** What comes in versions: the name that people know it by, and its version. */
const VERSIONED: Readonly<Record<string, (block: JsonMap) => readonly [unknown, unknown]>> = {
  helm_release: ({ chart, version }) => [chart, version],
  aws_eks_addon: ({ addon_name, addon_version }) => [addon_name, addon_version],
  aws_eks_cluster: ({ version }) => ["Kubernetes", version],
  aws_rds_cluster: ({ cluster_identifier, engine_version }) => [cluster_identifier, engine_version],
};

/** The charts, EKS add-ons and the cluster whose version changes, whatever else about them does. */
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
