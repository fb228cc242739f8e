import { ownValue } from "../../settings/checking/own-value";
import { applicationNamespaces, namespaceNames } from "../../settings/namespaces/namespaces";
import type { ClusterEnvironmentConfig } from "../../settings/environment/environment";
import { commonSentrySecret, sentryDsnSecret } from "../../settings/external-services/sentry-names";
import type { Organisation } from "../../settings/organisation/organisation";
import { namespaceStore, PLATFORM_STORE, secretReadersPath } from "../../names/store-names";

/** Namespaces that read the same secrets, through one store and one IAM role. */
export interface SecretReader {
  /** Name of the store for Secrets Manager. */
  readonly store: string;

  /** Name of the role, without the cluster's name at the end. */
  readonly role: string;

  /** Namespaces whose ExternalSecrets the store serves. */
  readonly namespaces: readonly string[];

  /** Names of the secrets, or their beginnings with a `*`. */
  readonly names: readonly string[];
}

/** Beginning of the names of the secrets of one namespace of applications, with a slash at the end. */
export const namespacePrefix = ({ secretsPrefix }: Pick<Organisation, "secretsPrefix">, namespace: string) =>
  `${secretsPrefix}/namespaces/${namespace}/`;

/** Name of the store through which the platform's own copies come into a namespace. */
export const storeFor = (organisation: Pick<Organisation, "namespaces">, namespace: string): string =>
  applicationNamespaces(organisation).includes(namespace) ? namespaceStore(namespace) : PLATFORM_STORE;

/** Readers of a cluster's secrets: the platform, each namespace of applications, and those that share. */
export function secretReaders(environment: ClusterEnvironmentConfig): SecretReader[] {
  const { organisation, cluster, addons } = environment;
  const { externalSecrets } = addons;
  if (externalSecrets === false) {
    return [];
  }
  const tenants = applicationNamespaces(organisation);
  const { shared } = externalSecrets;

  return [
    {
      store: PLATFORM_STORE,
      role: "external-secrets-platform",
      namespaces: namespaceNames(organisation).filter((name) => !tenants.includes(name)),
      names: [...new Set([organisation.secretsPrefix, cluster.name])].map((prefix) => `${prefix}/*`),
    },
    ...tenants.map((namespace) => ({
      store: namespaceStore(namespace),
      role: `external-secrets-${namespace}`,
      namespaces: [namespace],
      names: [`${namespacePrefix(organisation, namespace)}*`, ...copiesIn(namespace, environment)],
    })),
    ...(shared
      ? [
          {
            store: shared.store,
            role: "external-secrets-shared",
            namespaces: Object.keys(shared.names),
            names: [...new Set(Object.values(shared.names).flat())],
          },
        ]
      : []),
  ];
}

/** Secrets that the platform copies into a namespace of applications. */
function copiesIn(namespace: string, environment: ClusterEnvironmentConfig): string[] {
  const { addons, externalServices, organisation } = environment;
  const registries = addons.imagePullSecrets || [];
  const copies = addons.externalSecrets === false ? [] : addons.externalSecrets.forApplications;
  const addresses =
    commonSentrySecret(organisation, namespace) ?? sentryDsnSecret(organisation.secretsPrefix, "*");
  return [
    ...copies.filter((copy) => copy.namespace === namespace).map(({ path }) => path),
    ...registries.filter(({ namespaces }) => namespaces.includes(namespace)).map(({ path }) => path),
    ...(externalServices.sentry && !chartsCopySentry(environment, namespace) ? [addresses] : []),
  ];
}

/** Path of the roles that External Secrets assumes to read, and a `*`: all are a cluster's, and none is another's. */
export const secretReaderRoles = ({ addons, cluster }: ClusterEnvironmentConfig): string[] =>
  addons.externalSecrets === false ? [] : [`${secretReadersPath(cluster.name).slice(1)}*`];

/** True where charts copy the addresses of a namespace's applications: a store that it shares lets them. */
export function chartsCopySentry(
  { addons: { externalSecrets }, organisation }: ClusterEnvironmentConfig,
  namespace: string,
): boolean {
  const secret = commonSentrySecret(organisation, namespace);
  const names = externalSecrets && externalSecrets.shared ? externalSecrets.shared.names : {};
  return (ownValue(names, namespace) ?? []).some((name) =>
    name.endsWith("*") ? secret?.startsWith(name.slice(0, -1)) : name === secret,
  );
}
