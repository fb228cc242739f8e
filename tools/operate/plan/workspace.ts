import { asMap, isMap, type JsonMap } from "../../terraform-json/json-map";
import { CommandError } from "../../kit/command-error";
import { HCP_TERRAFORM } from "../../kit/hcp-terraform";
import { listWorkspaces } from "../hcp/workspaces";
import { tokenFor } from "./token";

/** Workspace that a stack's `cloud` block names. */
export interface WorkspacePlace {
  readonly hostname: string;
  readonly organization: string;
  readonly workspace: string;
}

/** Workspace of a stack; nothing where its state is elsewhere. */
export function workspaceOf({ terraform }: JsonMap): WorkspacePlace | undefined {
  const { cloud } = asMap(terraform);
  if (!isMap(cloud)) {
    return undefined;
  }
  const { hostname = HCP_TERRAFORM, organization } = cloud;
  const { name } = asMap(cloud.workspaces);
  return typeof hostname === "string" && typeof organization === "string" && typeof name === "string"
    ? { hostname, organization, workspace: name }
    : undefined;
}

interface Looking {
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  readonly request?: typeof fetch;
}

/**
 * Looks for a stack's workspace before `terraform init` does, which would make a missing one without asking: outside its
 * project, with no teams and no roles. A token that only a helper program knows is not asked for.
 *
 * @throws CommandError where there is none, with what makes it
 */
export async function requireWorkspace(
  { hostname, organization, workspace }: WorkspacePlace,
  { env, signal, request }: Looking,
): Promise<void> {
  const token = tokenFor(hostname, env);
  if (token === undefined) {
    return;
  }
  const names = await listWorkspaces({ hostname, organization, token, signal, request });
  if (!names.has(workspace)) {
    const maker = workspace === "tfc-configuration" ? "tfc-bootstrap" : "tfc-configuration";
    throw new CommandError(
      `${workspace}: expected a workspace of ${organization}, got none that your token sees; apply ${maker}, which makes it, or ask for access to it`,
    );
  }
}
