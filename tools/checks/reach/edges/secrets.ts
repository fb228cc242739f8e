import type { Inventory } from "../inventory";
import { namespacesOf, type Permission } from "../permissions";
import type { Gain } from "../targets";

/** Secrets that may be read: those with a name, or all of a namespace. */
export const readSecrets = (permissions: readonly Permission[], inventory: Inventory): Gain[] =>
  namespacesOf(
    permissions,
    { verbs: ["get", "list", "watch"], group: "", resource: "secrets" },
    inventory,
  ).flatMap(({ namespace, names }): Gain[] =>
    names
      ? names.map((name) => ({
          target: { kind: "secret", namespace, name },
          how: `reads Secret ${namespace}/${name}`,
        }))
      : [{ target: { kind: "secrets", namespace }, how: `reads Secrets in ${namespace}` }],
  );

/** Namespaces in which Secrets may be made. */
export const makeSecrets = (permissions: readonly Permission[], inventory: Inventory): Gain[] =>
  namespacesOf(permissions, { verbs: ["create"], group: "", resource: "secrets" }, inventory).map(
    ({ namespace }): Gain => ({
      target: { kind: "new-secrets", namespace },
      how: `makes Secrets in ${namespace}`,
    }),
  );

/** Secrets outside the cluster, through a store that serves the namespace. */
export const copySecrets = (permissions: readonly Permission[], inventory: Inventory): Gain[] =>
  ["externalsecrets", "clusterexternalsecrets", "pushsecrets"].flatMap((resource) =>
    namespacesOf(
      permissions,
      { verbs: ["create", "update", "patch"], group: "external-secrets.io", resource },
      inventory,
    ).flatMap(({ namespace }) =>
      inventory.stores
        .filter((store) => store.namespaces === undefined || store.namespaces.includes(namespace))
        .map(({ name }): Gain => ({
          target: { kind: "store", name },
          how: `makes or changes ${resource} in ${namespace}, which take secrets behind ClusterSecretStore ${name}`,
        })),
    ),
  );
