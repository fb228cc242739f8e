import { CommandError } from "../../kit/command-error";

/** Host and organisation of the workspaces. */
export interface HcpTerraform {
  readonly hostname: string;
  readonly organization: string;
}

interface Page {
  readonly data: readonly { readonly attributes: { readonly name: string } }[];
  readonly meta: { readonly pagination: { readonly "next-page": number | null } };
}

/**
 * Names of an organisation's workspaces that a token may see. `terraform init` makes missing ones without
 * asking, so commands that run it check here first.
 *
 * @throws CommandError if the token is refused, or the host does not answer
 * @see https://developer.hashicorp.com/terraform/cloud-docs/api-docs/workspaces#list-workspaces
 */
export async function listWorkspaces(
  { hostname, organization }: HcpTerraform,
  token: string,
  request: typeof fetch = fetch,
): Promise<Set<string>> {
  const names = new Set<string>();
  for (let page: number | null = 1; page !== null;) {
    const url = `https://${hostname}/api/v2/organizations/${organization}/workspaces?page[size]=100&page[number]=${page}`;
    const { data, meta } = await answerOf(url, token, request);
    data.forEach(({ attributes }) => names.add(attributes.name));
    page = meta.pagination["next-page"];
  }
  return names;
}

async function answerOf(url: string, token: string, request: typeof fetch): Promise<Page> {
  const response = await request(url, {
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/vnd.api+json" },
  }).catch((error: Error) => {
    throw new CommandError(`${url}: expected an answer, got ${error.message}; try again`);
  });
  if (!response.ok) {
    throw new CommandError(
      `${url}: expected the workspaces, got ${response.status}; give the token's team access to the organisation's workspaces`,
    );
  }
  return (await response.json()) as Page;
}
