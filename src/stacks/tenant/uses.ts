import type { Manifest } from "../../constructs/manifests";
import type { Tenant } from "../../settings/products/products";
import { usersOfImport } from "../../settings/products/resources/imported";
import { configKey, usersOf } from "../../settings/products/resources/own-resources";
import type { ResourceKind } from "../../settings/products/resources/schema";
import type { MadeImport } from "../../tenants/resources/imports";
import type { MadeResource } from "../../tenants/resources/make-resources";
import type { Offer } from "../../tenants/resources/resource-parts";

/** Part that pods get of a resource, of their namespace's own or an import. */
export interface Use {
  readonly kind: ResourceKind;

  /** Name in the file of the namespace. */
  readonly name: string;

  /** Service accounts that use it. */
  readonly by: readonly string[];
  readonly offer: Offer;
}

/** Uses of a namespace's own resources and of those that it imports. */
export const usesOf = (
  tenant: Tenant,
  made: readonly MadeResource[],
  imports: readonly MadeImport[],
): Use[] => [
  ...made.map(({ resource, offer }) => ({
    kind: resource.kind,
    name: resource.name,
    by: usersOf(tenant, resource),
    offer,
  })),
  ...imports.map(({ entry, offer }) => ({
    kind: entry.kind,
    name: entry.as,
    by: usersOfImport(tenant, entry),
    offer,
  })),
];

/** Name of the ConfigMap with everything about a namespace's resources that is no secret. */
const RESOURCES_CONFIG = "platform-resources";

/** ConfigMap with everything about the resources that is no secret; none where there is nothing to say. */
export function configOf(namespace: string, uses: readonly Use[]): Manifest[] {
  const data = uses.flatMap(({ kind, name, offer }) =>
    Object.entries(offer.config).map(([key, value]) => [configKey(kind, name, key), value] as const),
  );
  return data.length === 0
    ? []
    : [
        {
          apiVersion: "v1",
          kind: "ConfigMap",
          metadata: { name: RESOURCES_CONFIG, namespace },
          data: Object.fromEntries(data),
        },
      ];
}
