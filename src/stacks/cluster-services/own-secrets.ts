import { secretReaders } from "../../addons/external-secrets/readers";
import { parameterStoreOf } from "../../names/store-names";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import { applicationNamespaces } from "../../settings/namespaces/namespaces";

/** Stores and names of secrets that ExternalSecrets of one namespace of applications may have. */
interface Copied {
  readonly namespace: string;
  readonly stores: readonly string[];
  readonly names: readonly string[];
}

/** Stores and names of each namespace of applications. A store that several share serves each the names that it lists. */
export const copiedInto = (environment: ClusterEnvironment): Copied[] =>
  applicationNamespaces(environment.organisation).map((namespace) => {
    const readers = secretReaders(environment).filter(({ namespaces }) => namespaces.includes(namespace));
    const { externalSecrets } = environment.addons;
    const shared = externalSecrets !== false && externalSecrets.shared;
    const stores = readers.map(({ store }) => store);

    return {
      namespace,
      stores:
        externalSecrets !== false && externalSecrets.stores.parameterStore
          ? stores.flatMap((store) => [store, parameterStoreOf(store)])
          : stores,
      names: readers.flatMap(({ store, names }) =>
        shared && store === shared.store ? (shared.names[namespace] ?? []) : names,
      ),
    };
  });
