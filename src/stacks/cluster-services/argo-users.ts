import type { ArgoCdUsers } from "../../addons/argo-cd/settings";
import type { WorkflowUsers } from "../../addons/argo-workflows/users";
import type { DexConfig } from "../../settings/addons/addons";
import { readOnlyTeams } from "../../settings/access/sign-in-roles";

/**
 * Teams that may change applications, and teams that may look. Without GitHub there are no teams, and only
 * the administrator signs in.
 */
export const argoUsers = (dex: DexConfig | false): ArgoCdUsers & WorkflowUsers =>
  dex !== false && dex.signIn === "github"
    ? { administrators: dex.readWriteTeam, readers: readOnlyTeams(dex) }
    : "all-administrators";
