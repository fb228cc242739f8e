import { isMap, type JsonMap, textOf } from "../../../terraform-json/json-map";
import { at, listAt, mapAt } from "../objects";
import type { Rule } from "../rendered";

/** Right that a container has, or lacks, in the words of a finding. */
interface Right {
  readonly expected: string;
  readonly holds: (container: JsonMap, pod: JsonMap) => boolean;
}

/** Setting of a container, or else of its pod. */
const eitherHas = (container: JsonMap, pod: JsonMap, ...path: readonly string[]) =>
  at(container, "securityContext", ...path) ?? at(pod, "securityContext", ...path);

/** Right that the Pod Security Standard "restricted" does not ask for. */
const READ_ONLY: Right = {
  expected: "readOnlyRootFilesystem: true",
  holds: (container) => at(container, "securityContext", "readOnlyRootFilesystem") === true,
};

/** Rights that the Pod Security Standard "restricted" asks for. */
const RESTRICTED: readonly Right[] = [
  {
    expected: "privileged: false",
    holds: (container) => at(container, "securityContext", "privileged") !== true,
  },
  {
    expected: "runAsNonRoot: true",
    holds: (container, pod) =>
      eitherHas(container, pod, "runAsNonRoot") === true && eitherHas(container, pod, "runAsUser") !== 0,
  },
  {
    expected: "allowPrivilegeEscalation: false",
    holds: (container) => at(container, "securityContext", "allowPrivilegeEscalation") === false,
  },
  {
    expected: "capabilities.drop: [ALL]",
    holds: (container) => listAt(container, "securityContext", "capabilities", "drop").includes("ALL"),
  },
  {
    expected: "no capabilities.add",
    holds: (container) => listAt(container, "securityContext", "capabilities", "add").length === 0,
  },
  {
    expected: "seccompProfile.type: RuntimeDefault",
    holds: (container, pod) => eitherHas(container, pod, "seccompProfile", "type") === "RuntimeDefault",
  },
];

/** True if a container keeps to the Pod Security Standard "restricted". */
export const isRestricted = (container: JsonMap, pod: JsonMap): boolean =>
  RESTRICTED.every(({ holds }) => holds(container, pod));

/** Refuses containers with more rights than the least. */
export const containersHaveLeastRights: Rule = ({ workloads }) =>
  workloads.flatMap(({ name, containers, pod }) =>
    containers.flatMap((container) => {
      const lacking = [...RESTRICTED, READ_ONLY].filter(({ holds }) => !holds(container, pod));
      return lacking.length === 0
        ? []
        : [
            `${name}: container ${textOf(container.name)}: expected ${lacking.map(({ expected }) => expected).join(", ")}, got ${textOf({ ...mapAt(pod, "securityContext"), ...mapAt(container, "securityContext") })}`,
          ];
    }),
  );

const OF_THE_NODE = ["hostNetwork", "hostPID", "hostIPC"] as const;

/** Refuses pods that share namespaces or files of their node. */
export const podsKeepOffTheirNode: Rule = ({ workloads }) =>
  workloads.flatMap(({ name, pod }) => [
    ...OF_THE_NODE.filter((key) => pod[key] === true).map(
      (key) => `${name}: expected no ${key} of its node, got ${key}: true`,
    ),
    ...hostPathsOf(pod).map((path) => `${name}: expected no file of its node, got hostPath ${path}`),
  ]);

/** Paths of a node that a pod mounts. */
export const hostPathsOf = (pod: JsonMap): string[] =>
  listAt(pod, "volumes")
    .filter(isMap)
    .filter(({ hostPath }) => isMap(hostPath))
    .map(({ hostPath }) => textOf(mapAt(hostPath).path));
