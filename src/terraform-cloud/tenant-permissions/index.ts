import type { Permission } from "../../constructs/iam-policy";
import { changeTenantData, changeTenantKeys } from "./change-data";
import { changeTenantDatabases } from "./change-databases";
import { changeTenantRoles } from "./change-roles";
import { changeTenantWeb } from "./change-web";
import type { TenantsPlace } from "./place";
import { readTenants } from "./read";

/** Permissions of the roles that plan and apply tenants' stacks, by purpose: each becomes a policy. */
export interface TenantRunPermissions {
  readonly plan: Readonly<Record<string, readonly Permission[]>>;

  /** Permissions besides those of plans. */
  readonly apply: Readonly<Record<string, readonly Permission[]>>;
}

/** Permissions of runs of tenants' stacks, which hold nothing of the platform's own stacks. */
export const tenantRunPermissions = (place: TenantsPlace): TenantRunPermissions => ({
  plan: readTenants(place),
  apply: {
    "change-data": [...changeTenantData(place), ...changeTenantKeys(place)],
    "change-databases": changeTenantDatabases(place),
    "change-web": changeTenantWeb(place),
    "change-roles": changeTenantRoles(place),
  },
});
