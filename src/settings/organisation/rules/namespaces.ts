import { DNS_LABEL } from "../../checking/dns-label";
import { isOfEveryObject } from "../../checking/own-value";
import { problemsOfLabelKey, problemsOfLabelValue } from "../../checking/kubernetes-labels";
import { type Path, problem, show } from "../../checking/problem";
import {
  applicationNamespaces,
  CUSTOMERS_NAMESPACE,
  EKS_ARGO_CD_NAMESPACE,
  PLATFORM_NAMESPACES,
  TELEPORT_NAMESPACE,
} from "../../namespaces/namespaces";
import { numbersAreWhole } from "../../namespaces/rules";
import type { OrganisationConfig } from "../schema";

/** Names of the platform's own readers of secrets, beside which each namespace of applications has one of its name. */
const READERS = ["platform", "shared"];

const TAKEN: readonly string[] = [
  ...Object.values(PLATFORM_NAMESPACES),
  CUSTOMERS_NAMESPACE,
  EKS_ARGO_CD_NAMESPACE,
  TELEPORT_NAMESPACE,
  ...READERS,
  "default",
];

const isFree = (name: string): boolean =>
  DNS_LABEL.test(name) && !TAKEN.includes(name) && !name.startsWith("kube-") && !isOfEveryObject(name);

/** Checks the namespaces of applications, and that workflows deliver them from another than these. */
export const problemsOfNamespaces = (organisation: OrganisationConfig): string[] => [
  ...Object.entries(organisation.namespaces).flatMap(([name, { quota, callsKubernetesApi }]) => {
    const path = ["organisation", "namespaces", name];
    return [
      ...(isFree(name)
        ? []
        : [
            problem(
              path,
              "a DNS label that is no name of the platform",
              show(name),
              `use lower-case letters, digits and hyphens; not ${TAKEN.join(", ")}, constructor or kube-…`,
            ),
          ]),
      ...numbersAreWhole({ ...quota }, [...path, "quota"]),
      ...problemsOfApiCallers({ ...callsKubernetesApi }, [...path, "callsKubernetesApi"]),
    ];
  }),
  ...problemsOfDelivery(organisation),
];

/** Policies select pods by their labels: without any, all pods of the namespace. */
const problemsOfApiCallers = (
  pods: Readonly<Record<string, Readonly<Record<string, string>>>>,
  at: Path,
): string[] =>
  Object.entries(pods).flatMap(([name, labels]) => [
    ...(DNS_LABEL.test(name)
      ? []
      : [problem([...at, name], "a DNS label", show(name), "use lower-case letters, digits and hyphens")]),
    ...(Object.keys(labels).length > 0
      ? []
      : [problem([...at, name], "labels of pods", "none", "write at least one: no label means every pod")]),
    ...Object.entries(labels).flatMap(([key, value]) => [
      ...problemsOfLabelKey([...at, name, key], key),
      ...problemsOfLabelValue([...at, name, key], value),
    ]),
  ]);

/** Everyone who may start a pod in a namespace reads its secrets, and those of the delivery change every environment. */
function problemsOfDelivery(organisation: OrganisationConfig): string[] {
  const { deliveryNamespace: name } = organisation;
  const taken = [...applicationNamespaces(organisation), ...TAKEN];

  return name === undefined || (isFree(name) && !taken.includes(name))
    ? []
    : [
        problem(
          ["organisation", "deliveryNamespace"],
          "a DNS label that names a namespace of its own",
          show(name),
          `use lower-case letters, digits and hyphens; not ${taken.join(", ")} or kube-…`,
        ),
      ];
}
