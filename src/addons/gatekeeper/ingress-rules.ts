import { type Path, problem, show } from "../../settings/checking/problem";
import { problemsOfReason } from "../../settings/checking/reason";
import { problemsOfNamespace } from "./namespace-rule";
import type { IngressConfig } from "./settings";

/** Annotations that the policies on Ingresses judge. */
const JUDGED = /^(alb\.ingress|external-dns\.alpha|external-dns|service\.beta)\.kubernetes\.io\/[\w.-]+\*?$/;

const HOST = /^[a-z0-9*-]+(\.[a-z0-9-]+)+$/;

/** Checks the hosts and annotations that Ingresses of single namespaces may have. */
export const problemsOfIngresses = (
  ingresses: readonly IngressConfig[],
  path: Path,
  namespaces: readonly string[],
): string[] =>
  ingresses.flatMap(({ namespace, hosts, annotations, reason }, index) => {
    const at = [...path, index];

    return [
      ...problemsOfNamespace(namespace, [...at, "namespace"], namespaces),
      ...hosts.flatMap((host, place) =>
        HOST.test(host) && !host.startsWith("*.")
          ? []
          : [
              problem(
                [...at, "hosts", place],
                'a host such as "www.example.org"',
                show(host),
                "name each host: an Ingress for a whole domain would answer for every team",
              ),
            ],
      ),
      ...annotations.flatMap(({ name }, place) =>
        JUDGED.test(name)
          ? []
          : [
              problem(
                [...at, "annotations", place, "name"],
                'an annotation such as "alb.ingress.kubernetes.io/group.name"',
                show(name),
                "name an annotation of the load balancer controller or of ExternalDNS: no policy judges others",
              ),
            ],
      ),
      ...problemsOfReason(reason, [...at, "reason"], "say what needs more than other namespaces have"),
    ];
  });
