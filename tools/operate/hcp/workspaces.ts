import { CommandError } from "../../kit/command-error";
import { type HcpTerraform, read } from "./api";

interface Page {
  readonly data: readonly { readonly attributes: { readonly name: string } }[];
  readonly meta: { readonly pagination: { readonly "next-page": number | null } };
}

/**
 * Names of an organisation's workspaces that a token may see. `terraform init` makes missing ones without asking, so
 * everything that runs it looks here first.
 *
 * @throws CommandError if HCP Terraform refuses the token or does not answer
 * @see https://developer.hashicorp.com/terraform/cloud-docs/api-docs/workspaces#list-workspaces
 */
export async function listWorkspaces(hcp: HcpTerraform): Promise<Set<string>> {
  const names = new Set<string>();
  for (let page: number | null = 1; page !== null;) {
    const path: string = `organizations/${hcp.organization}/workspaces?page[size]=100&page[number]=${page}`;
    const { data, meta }: Page = await read(hcp, path, "the workspaces");
    data.forEach(({ attributes }) => names.add(attributes.name));
    page = meta.pagination["next-page"];
  }
  return names;
}

interface Holder {
  readonly type: string;
  readonly id: string;
  readonly attributes?: { readonly username?: string; readonly name?: string };
}

interface Shown {
  readonly data: { readonly id: string; readonly attributes: { readonly locked: boolean } };
  readonly included?: readonly Holder[];
}

/** A workspace as a run needs it. */
export interface Workspace {
  readonly name: string;
  readonly id: string;
}

/** Finds a workspace. */
export async function findWorkspace(hcp: HcpTerraform, name: string): Promise<Workspace> {
  const path = `organizations/${hcp.organization}/workspaces/${name}`;
  const { data }: Shown = await read(hcp, path, `the workspace ${name}`);
  return { name, id: data.id };
}

/**
 * Makes sure that a run of a workspace would not wait behind a lock.
 *
 * @param allowed - runs that may hold it
 * @throws CommandError where a person, a team or another run holds it, with the name of the holder
 */
export async function requireUnlocked(
  hcp: HcpTerraform,
  { id, name }: Workspace,
  allowed: readonly { readonly id: string }[] = [],
): Promise<void> {
  const path = `workspaces/${id}?include=locked_by`;
  const { data, included = [] }: Shown = await read(hcp, path, `the workspace ${name}`);
  if (data.attributes.locked && !allowed.some((run) => run.id === included[0]?.id)) {
    throw new CommandError(
      `${name}: expected a workspace that nothing locks, got one locked by ${holderOf(included)}; finish what holds it, or unlock it in HCP Terraform`,
    );
  }
}

function holderOf([holder]: readonly Holder[]): string {
  if (holder === undefined) {
    return "a holder that the token may not see";
  }
  const { type, id, attributes = {} } = holder;
  return type === "runs" ? `the run ${id}` : (attributes.username ?? attributes.name ?? id);
}
