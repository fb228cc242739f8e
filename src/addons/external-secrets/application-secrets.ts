import { namespaceIsKnown } from "../../settings/namespaces/known-namespace";
import { applicationNamespaces } from "../../settings/namespaces/namespaces";
import type { ClusterEnvironmentConfig } from "../../settings/environment/environment";
import { DNS_LABEL } from "../../settings/checking/dns-label";
import { problem, show } from "../../settings/checking/problem";
import { problemsOfReason } from "../../settings/checking/reason";
import { secretCanBeRead } from "../../settings/checking/secret-path";

const AT = ["addons", "externalSecrets"];

/** Problems of the secrets that the platform copies for applications. */
export function problemsOfApplicationSecrets(config: ClusterEnvironmentConfig): string[] {
  const { externalSecrets } = config.addons;
  if (externalSecrets === false || externalSecrets.forApplications.length === 0) {
    return [];
  }
  const { forApplications: copies, stores } = externalSecrets;
  const known = applicationNamespaces(config.organisation);

  return [
    ...(stores.secretsManager
      ? []
      : [
          problem(
            [...AT, "stores", "secretsManager"],
            "true, since forApplications comes from it",
            "false",
            "switch it on, or leave forApplications out",
          ),
        ]),
    ...copies.flatMap(({ path, name, namespace, reason }, index) => {
      const at = [...AT, "forApplications", index];
      const first = copies.findIndex((one) => one.name === name && one.namespace === namespace);
      return [
        ...secretCanBeRead(path, [...at, "path"], config),
        ...(DNS_LABEL.test(name) && first === index
          ? []
          : [
              problem(
                [...at, "name"],
                "a DNS label of its own in its namespace",
                show(name),
                "use lower-case letters, digits and hyphens, and each name once",
              ),
            ]),
        ...namespaceIsKnown([...at, "namespace"], namespace, known),
        ...problemsOfReason(reason, [...at, "reason"], "say why the applications' charts do not copy it"),
      ];
    }),
  ];
}
