import {
  databaseMastersRole,
  TENANT_IMAGES,
  TENANT_RESOURCE_PREFIX,
  TENANT_SECRETS,
  tenantReaderRole,
} from "../../names/tenant-resource-names";
import type { TenantsPlace } from "./place";

/** Beginning of the names of most of what tenants' stacks make, and whatever follows. */
export const TENANT = `${TENANT_RESOURCE_PREFIX}*`;

/** Secrets of tenants. */
export const SECRETS = `secret:${TENANT_SECRETS}/*`;

/** Repositories of products' images. */
export const TENANT_REPOSITORIES = `repository/${TENANT_IMAGES}/*`;

/** ARNs of the roles that tenants' stacks make. */
export const tenantRoles = ({ accountId }: Pick<TenantsPlace, "accountId">): string[] =>
  [TENANT, tenantReaderRole("*"), databaseMastersRole("*")].map(
    (name) => `arn:aws:iam::${accountId}:role/${name.endsWith("*") ? name : `${name}*`}`,
  );
