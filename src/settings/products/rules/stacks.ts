import { tenantStackId } from "../../../names/tenant-names";
import type { Finding } from "../finding";
import type { Tenant } from "../products";
import type { World } from "../world";
import { at } from "./at";

/** Refuses two tenants whose stacks, states and roles would have one name: `live` and `blue-x`, `live-blue` and `x`. */
export function stacksAreUnique({ tenants }: World): Finding[] {
  const known = new Map<string, Tenant>();
  return tenants.flatMap((tenant) => {
    const id = tenantStackId(tenant.cluster, tenant.namespace);
    const first = known.get(id);
    known.set(id, first ?? tenant);
    // Another rule refuses two tenants in a namespace.
    return first === undefined || first.cluster === tenant.cluster
      ? []
      : [
          at(tenant, ["namespace"], {
            expected: `a name that, with its cluster's, makes no stack of another tenant`,
            got: `${id}, which is the stack of ${first.ref} (${first.file.path})`,
            fix: "choose another",
          }),
        ];
  });
}
