import { problem, show } from "../../checking/problem";
import { namespaceIsKnown } from "../../namespaces/known-namespace";
import { applicationNamespaces, PLATFORM_NAMESPACES } from "../../namespaces/namespaces";
import { numbersAreWhole } from "../../namespaces/rules";
import type { OrganisationConfig } from "../schema";

const DNS_LABEL = /^[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

const TAKEN: readonly string[] = [...Object.values(PLATFORM_NAMESPACES), "default"];

/** Checks the namespaces of applications, and that workflows deliver them from one of these. */
export const problemsOfNamespaces = (organisation: OrganisationConfig): string[] => [
  ...Object.entries(organisation.namespaces).flatMap(([name, { quota }]) => {
    const path = ["organisation", "namespaces", name];
    return [
      ...(DNS_LABEL.test(name) && !TAKEN.includes(name) && !name.startsWith("kube-")
        ? []
        : [
            problem(
              path,
              "a DNS label that names no namespace of the platform",
              show(name),
              `use lower-case letters, digits and hyphens; not ${TAKEN.join(", ")} or kube-…`,
            ),
          ]),
      ...numbersAreWhole({ ...quota }, [...path, "quota"]),
    ];
  }),
  ...(organisation.deliveryNamespace === undefined
    ? []
    : namespaceIsKnown(
        ["organisation", "deliveryNamespace"],
        organisation.deliveryNamespace,
        applicationNamespaces(organisation),
      )),
];
