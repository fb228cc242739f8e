import { secretReaders } from "../../addons/external-secrets/readers";
import { parameterStoreOf } from "../../names/store-names";
import type { HelmValues } from "../../constructs/helm-values";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import { applicationNamespaces } from "../../settings/namespaces/namespaces";

/** Stores and names of each namespace of applications. A store that several share serves each the names that it lists. */
export const copiedInto = (environment: ClusterEnvironment): HelmValues[] =>
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
