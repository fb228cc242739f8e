import type { ClusterEnvironmentConfig } from "../../settings/environment/environment";
import { neededSecretsAreCopied } from "./needed-copies";
import { oneOf, problem, show } from "../../settings/checking/problem";

/** Problems of the secrets that are copied into the cluster. */
export const problemsOfCopies = (config: ClusterEnvironmentConfig): string[] => [
  ...copiedSecretsCanBeRead(config),
  ...neededSecretsAreCopied(config),
];

/** External Secrets may read what it is to copy, and makes no two copies of one name. */
function copiedSecretsCanBeRead({
  organisation,
  addons: { externalSecrets },
  cluster,
}: ClusterEnvironmentConfig): string[] {
  if (externalSecrets === false) {
    return [];
  }
  const { secrets, stores } = externalSecrets;
  const path = ["addons", "externalSecrets"];
  const prefixes = [...new Set([organisation.secretsPrefix, cluster.name])].map((prefix) => `${prefix}/`);
  const copyOf = ({ namespace, name }: (typeof secrets)[number]) => `${namespace}/${name}`;

  return [
    ...(stores.secretsManager || secrets.length === 0
      ? []
      : [
          problem(
            [...path, "stores", "secretsManager"],
            "secretsManager on, since the secrets come from it",
            "false",
            "switch it on, or set addons.externalSecrets.secrets to []",
          ),
        ]),
    ...secrets.flatMap((secret, index) => {
      const at = [...path, "secrets", index];
      return [
        ...(prefixes.some((prefix) => secret.path.startsWith(prefix) && secret.path !== prefix)
          ? []
          : [
              problem(
                [...at, "path"],
                `a path below ${oneOf(prefixes)}`,
                show(secret.path),
                "External Secrets may read nothing else; store it there",
              ),
            ]),
        ...(secrets.findIndex((other) => copyOf(other) === copyOf(secret)) === index
          ? []
          : [
              problem(
                [...at, "name"],
                "a name of its own in its namespace",
                show(secret.name),
                "rename one of the two",
              ),
            ]),
      ];
    }),
  ];
}
