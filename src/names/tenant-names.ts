import { bounded } from "./bounded";
import { NAME_LIMITS } from "./limits";

/** Characters of the longest name of a Helm release. */
const LONGEST_RELEASE = 53;

/** Beginning of the names of tenants' stacks, and of no other stack's. */
export const TENANT_STACK = "tenant-";

/** Name of a tenant's stack, of its folder and of its state. */
export const tenantStackId = (cluster: string, namespace: string): string =>
  bounded(`${TENANT_STACK}${cluster}-${namespace}`, NAME_LIMITS.stack);

/** Name of the release of a tenant's objects. */
export const tenantReleaseName = (namespace: string): string =>
  bounded(`tenant-${namespace}`, LONGEST_RELEASE);

/** Name of the IAM role by which a tenant's workflows sign in. */
export const deployerRoleName = (cluster: string, namespace: string): string =>
  bounded(`tenant-${cluster}-${namespace}-deploy`, NAME_LIMITS.role);

/** Kubernetes group of the workflows that deploy to a namespace. */
export const deployerGroup = (namespace: string): string => `tenant-deployers:${namespace}`;

/** Beginning of the Kubernetes groups of teams, and of the names of people who sign in through Dex. */
export const TEAM_GROUP_PREFIX = "tenants:";

/** Kubernetes group of a team, from its group at sign-in. */
export const teamGroup = (group: string): string => `${TEAM_GROUP_PREFIX}${group}`;

/** ClusterRole of a role that a tenant may give. */
export const tenantRole = (role: "view" | "edit" | "admin" | "deployer"): string => `tenant-${role}`;
