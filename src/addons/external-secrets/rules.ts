import type { ClusterEnvironmentConfig } from "../../settings/environment/environment";
import { problemsOfApplicationSecrets } from "./application-secrets";
import { neededSecretsAreCopied } from "./needed-copies";
import { namespaceIsKnown } from "../../settings/namespaces/known-namespace";
import { applicationNamespaces } from "../../settings/namespaces/namespaces";
import { problemsOfReason } from "../../settings/checking/reason";
import { namespaceStore, PLATFORM_STORE } from "../../names/store-names";
import { oneOf, problem, show } from "../../settings/checking/problem";

/** Problems of the secrets that are copied into the cluster. */
export const problemsOfCopies = (config: ClusterEnvironmentConfig): string[] => [
  ...copiedSecretsCanBeRead(config),
  ...neededSecretsAreCopied(config),
  ...sharedNamesAreOfApplications(config),
  ...problemsOfApplicationSecrets(config),
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
  const { secrets, secretsFrom, stores } = externalSecrets;
  const path = ["addons", "externalSecrets"];
  const prefixes = [...new Set([organisation.secretsPrefix, cluster.name])].map((prefix) => `${prefix}/`);
  const copyOf = ({ namespace, name }: (typeof secrets)[number]) => `${namespace}/${name}`;

  return [
    ...(stores[secretsFrom] || secrets.length === 0
      ? []
      : [
          problem(
            [...path, "stores", secretsFrom],
            `${secretsFrom} on, since the secrets come from it`,
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

/** A namespace of applications, and whole names or whole beginnings below the organisation's prefix. */
const SHARED_NAME = /^[\w+=.@-]+(?:\/[\w+=.@-]+)*(?:\/\*)?$/;

/** Refuses a shared store that other namespaces, or more names than are listed, could come through. */
function sharedNamesAreOfApplications({
  organisation,
  addons: { externalSecrets },
}: ClusterEnvironmentConfig): string[] {
  if (externalSecrets === false || externalSecrets.shared === false) {
    return [];
  }
  const { store, names, reason } = externalSecrets.shared;
  const path = ["addons", "externalSecrets", "shared"];
  const known = applicationNamespaces(organisation);
  const others = [PLATFORM_STORE, ...known.map(namespaceStore)];
  const prefix = `${organisation.secretsPrefix}/`;

  return [
    ...(others.includes(store)
      ? [problem([...path, "store"], "a name of its own", show(store), "call it aws-secretsmanager")]
      : []),
    ...Object.entries(names).flatMap(([namespace, list]) => [
      ...namespaceIsKnown([...path, "names", namespace], namespace, known),
      ...list.flatMap((name, index) =>
        name.startsWith(prefix) && SHARED_NAME.test(name.slice(prefix.length))
          ? []
          : [
              problem(
                [...path, "names", namespace, index],
                `a name below ${prefix}, such as ${prefix}website/*`,
                show(name),
                "write whole names, with a * only after the last slash",
              ),
            ],
      ),
    ]),
    ...problemsOfReason(reason, [...path, "reason"], "say why the names cannot begin with their namespace"),
  ];
}
