import { DOMAIN_FORM, isDomain } from "../checking/domain";
import { type Path, problem, show } from "../checking/problem";
import { domainEngineOf } from "../cluster/pod-network";
import type { ClusterEnvironmentConfig } from "../environment/environment";

/** Clusters whose policies know domains, in words. */
export const WITH_DOMAINS =
  'podNetwork { engine: "cilium", mode: "eni" }, or compute.kind "auto" without node groups';

/** Refuses domains in a cluster whose engine of policies knows addresses alone, and what are no domains. */
export const domainsAreEnforced = ({ cluster, namespaces }: ClusterEnvironmentConfig): string[] =>
  Object.entries(namespaces).flatMap(([name, { domains }]) => {
    const path = ["namespaces", name, "domains"];
    if (domains === undefined) {
      return [];
    }
    return [
      ...(domainEngineOf(cluster) === undefined
        ? [
            problem(
              path,
              `no domains with ${engineInWords(cluster)}, which knows addresses alone`,
              show(domains.join(", ")),
              `leave them out, or move to a cluster that can: one with ${WITH_DOMAINS}`,
            ),
          ]
        : []),
      ...problemsOfDomains(domains, path),
    ];
  });

const engineInWords = ({ podNetwork }: ClusterEnvironmentConfig["cluster"]): string =>
  podNetwork.engine === "cilium" ? 'podNetwork.mode "chained"' : 'podNetwork.engine "vpc-cni"';

const problemsOfDomains = (domains: readonly string[], path: Path): string[] => [
  ...(domains.length > 0
    ? []
    : [problem(path, "one domain at least", "none", "write internetPorts: [] to close the internet")]),
  ...domains.flatMap((domain, index) =>
    isDomain(domain)
      ? []
      : [
          problem(
            [...path, index],
            DOMAIN_FORM,
            show(domain),
            "write it in small letters, without scheme or port",
          ),
        ],
  ),
];
