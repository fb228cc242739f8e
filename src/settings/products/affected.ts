import type { Tenant } from "./products";
import { importsOf } from "./resources/imported";

/**
 * Tenants whose stacks may differ after a change to files: those that a file has, and those that name one of these in
 * their network or import its resources, since its namespace, its ports and names of its resources are in their policies. Without files, all.
 */
export function affectedBy(
  files: ReadonlySet<string> | undefined,
  tenants: readonly Tenant[],
): ReadonlySet<Tenant> {
  if (files === undefined) {
    return new Set(tenants);
  }
  const changed = tenants.filter(({ file }) => files.has(file.path));
  const refs = new Set(changed.map(({ ref }) => ref));
  return new Set([...changed, ...tenants.filter((tenant) => peersOf(tenant).some((peer) => refs.has(peer)))]);
}

const peersOf = (tenant: Tenant): string[] => {
  const { allowFrom = [], allowTo = [] } = tenant.settings.network ?? {};
  return [
    ...[...allowFrom, ...allowTo].map((peer) => peer.tenant),
    ...importsOf(tenant).map(({ owner }) => owner),
  ];
};
