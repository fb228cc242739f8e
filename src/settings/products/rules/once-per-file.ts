import type { Finding } from "../finding";
import type { Tenant } from "../products";

/** Findings about products, of which each is found in every namespace: the first of each file. */
export function oncePerFile(
  tenants: readonly Tenant[],
  find: (tenant: Tenant) => readonly Finding[],
): Finding[] {
  const found = new Map<string, Finding>();
  for (const finding of tenants.flatMap(find)) {
    if (!found.has(finding.file.path)) {
      found.set(finding.file.path, finding);
    }
  }
  return [...found.values()];
}
