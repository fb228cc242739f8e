import { USUAL_CAPABILITIES } from "../../../src/addons/kyverno/pod-security/baseline";
import { isMap, type JsonMap, textOf } from "../../terraform-json/json-map";
import { at, listAt } from "./objects";
import type { Rendered } from "./rendered";
import { hostPathsOf, isRestricted } from "./rules/rights";

const ENFORCED = "pod-security.kubernetes.io/enforce";

/** Levels from the loosest to the strictest. */
const LEVELS = ["privileged", "baseline", "restricted"] as const;

/** Workloads of a release, with the namespace of those that name none. */
export interface RunningRelease extends Pick<Rendered, "workloads"> {
  readonly release: Pick<Rendered["release"], "namespace">;
}

/** Labels of namespaces, by name. */
export type NamespaceLabels = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * Namespaces that admit less than their pods need, and those that admit more than any of their pods needs. The latter
 * is only known when every release is rendered.
 *
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/
 */
export function podSecurityProblems(
  rendered: readonly RunningRelease[],
  podsMayLack: boolean,
  namespaces: NamespaceLabels,
): string[] {
  const needs = rendered.flatMap(({ release, workloads }) =>
    workloads.map(({ name, namespace = release.namespace, pod, containers }) => ({
      namespace,
      name,
      needs: levelNeeded(pod, containers),
    })),
  );
  return Object.entries(namespaces).flatMap(([namespace, labels]) => {
    const admitted = LEVELS.indexOf((labels[ENFORCED] ?? "privileged") as "baseline");
    const own = needs.filter((one) => one.namespace === namespace);
    const loosest = Math.min(...own.map((one) => one.needs));
    return [
      ...own
        .filter((one) => one.needs < admitted)
        .map((one) => `${one.name}: needs ${LEVELS[one.needs]}, and ${namespace} admits ${LEVELS[admitted]}`),
      ...(own.length === 0 || podsMayLack || loosest <= admitted
        ? []
        : [
            `namespace ${namespace}: expected ${LEVELS[loosest]}, which all of its pods keep to, got ${LEVELS[admitted]}`,
          ]),
    ];
  });
}

/** Place in the levels of the strictest that admits a pod. */
function levelNeeded(pod: JsonMap, containers: readonly JsonMap[]): number {
  const sharesNode =
    ["hostNetwork", "hostPID", "hostIPC"].some((key) => pod[key] === true) || hostPathsOf(pod).length > 0;
  const beyondBaseline = containers.some(
    (container) =>
      at(container, "securityContext", "privileged") === true ||
      listAt(container, "securityContext", "capabilities", "add").some(
        (added) => !USUAL_CAPABILITIES.includes(textOf(added)),
      ) ||
      listAt(container, "ports")
        .filter(isMap)
        .some(({ hostPort = 0 }) => hostPort !== 0),
  );
  if (sharesNode || beyondBaseline) {
    return LEVELS.indexOf("privileged");
  }
  return containers.every((container) => isRestricted(container, pod))
    ? LEVELS.indexOf("restricted")
    : LEVELS.indexOf("baseline");
}
