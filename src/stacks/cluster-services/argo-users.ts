import type { ArgoCdUsers } from "../../addons/argo-cd/configuration";
import type { WorkflowUsers } from "../../addons/argo-workflows/users";
import type { DexConfig } from "../../addons/dex/settings";
import { hasTeams } from "../../settings/sign-in/identity-provider";
import { readOnlyTeams } from "../../settings/access/sign-in-roles";

/**
 * Teams that may change applications, and teams that may look. Without a provider there are no teams, and only
 * the administrator signs in.
 */
export const argoUsers = (dex: DexConfig | false): ArgoCdUsers & WorkflowUsers =>
  dex !== false && hasTeams(dex)
    ? { administrators: dex.readWriteTeam, readers: readOnlyTeams(dex) }
    : "all-administrators";
