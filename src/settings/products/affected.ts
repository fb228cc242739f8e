import type { Tenant } from "./products";

/**
 * Tenants whose stacks may differ after a change to files: those that a file has, and those that name one of these in
 * their network, since its namespace and its ports are in their policies. Without files, all.
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

const peersOf = ({ settings: { network } }: Tenant): string[] =>
  [...(network?.allowFrom ?? []), ...(network?.allowTo ?? [])].map(({ tenant }) => tenant);
