import { problemsOfCallers } from "../checking/callers";
import { problem } from "../checking/problem";
import type { ClusterEnvironmentConfig } from "../environment/environment";

/** Add-ons with a page that administers the cluster. */
const WITH_PAGES = ["dex", "argoCd", "argoWorkflows", "grafana", "oauth2Proxy"] as const;

/** Refuses pages for administrators that do not say who may visit them. */
export function pagesHaveVisitors({ addons, cluster }: ClusterEnvironmentConfig): string[] {
  const path = ["administratorPages"];
  if (cluster.administratorPages !== undefined) {
    return problemsOfCallers(cluster.administratorPages, path);
  }
  const pages = WITH_PAGES.filter((name) => addons[name] !== false);
  return pages.length === 0
    ? []
    : [
        problem(
          path,
          `the visitors of the pages of ${pages.join(", ")}`,
          "none",
          'write { cidrs: ["203.0.113.0/24"] } with your own addresses, here or in organisation.callers, or ' +
            '{ everyAddress: { reason: "…" } }',
        ),
      ];
}
