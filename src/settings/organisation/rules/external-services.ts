import type { OrganisationConfig } from "../schema";
import { type Path, problem, show } from "../../checking/problem";
import { SECRET_NAME } from "../../checking/secret-path";
import { namespaceIsKnown } from "../../namespaces/known-namespace";
import { applicationNamespaces } from "../../namespaces/namespaces";
import { environmentIsKnown } from "./known-environment";
import { SECRETS_PREFIX } from "./names";

/** Checks that Sentry's environments and namespaces exist, and that its secrets are the organisation's. */
export const problemsOfExternalServices = (organisation: OrganisationConfig): string[] => {
  const { sentry } = organisation.externalServices;
  const path = ["organisation", "externalServices", "sentry"];

  return sentry === false
    ? []
    : [
        ...environmentIsKnown([...path, "environment"], sentry.environment, organisation),
        ...environmentIsKnown([...path, "alertsAbout"], sentry.alertsAbout, organisation),
        ...problemsOfCommonSecret(organisation, [...path, "commonSecret"]),
      ];
};

function problemsOfCommonSecret(organisation: OrganisationConfig, path: Path): string[] {
  const { externalServices, secretsPrefix } = organisation;
  const { commonSecret } = externalServices.sentry || {};
  // A prefix that is none has a problem of its own.
  if (commonSecret === undefined || !SECRETS_PREFIX.test(secretsPrefix)) {
    return [];
  }
  const { name, namespaces } = commonSecret;
  const taken = ["namespaces", "sentry"].map((folder) => `${secretsPrefix}/${folder}/`);
  const isOurs = SECRET_NAME.test(name) && name.startsWith(`${secretsPrefix}/`) && !name.endsWith("/");

  return [
    ...(isOurs && !taken.some((folder) => name.startsWith(folder))
      ? []
      : [
          problem(
            [...path, "name"],
            `a name such as ${show(`${secretsPrefix}/common/sentry`)}`,
            show(name),
            `write one below ${secretsPrefix}/, but not below ${taken.join(" or ")}`,
          ),
        ]),
    ...(namespaces.length > 0
      ? []
      : [
          problem(
            [...path, "namespaces"],
            "one namespace at least",
            "none",
            "leave commonSecret out, or add one",
          ),
        ]),
    ...namespaces.flatMap((namespace, index) =>
      namespaceIsKnown([...path, "namespaces", index], namespace, applicationNamespaces(organisation)),
    ),
  ];
}
