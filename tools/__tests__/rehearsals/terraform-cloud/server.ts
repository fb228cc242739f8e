import { FakeTerraformCloud, TOKEN } from "./fake-terraform-cloud";
import type { Reference } from "./records";

/** A server that speaks HCP Terraform's API, and a token of an owner of its organisation. */
export interface Server {
  readonly address: string;
  readonly token: string;
}

/** A server with an organisation that has teams and members, and nothing else. */
export interface RunningServer extends Server {
  /** Questions to which it has no answer; none where it is not ours. */
  readonly unknown: readonly string[];
  stop(): void;
}

const { REHEARSAL_TFE_ADDRESS, REHEARSAL_TFE_TOKEN } = process.env;

/** Starts the fake or, where the environment names another server, takes that. */
export async function openServer(
  teams: readonly string[],
  emails: readonly string[],
): Promise<RunningServer> {
  const server = REHEARSAL_TFE_ADDRESS ? await other(REHEARSAL_TFE_ADDRESS) : await ours();
  for (const name of teams) {
    await make(server, "organizations/govuk/teams", "teams", { name });
  }
  for (const email of emails) {
    await make(server, "organizations/govuk/organization-memberships", "organization-memberships", { email });
  }
  return server;
}

async function ours(): Promise<RunningServer> {
  const fake = await FakeTerraformCloud.start();
  const { address, unknown } = fake;
  return { address, token: TOKEN, unknown, stop: () => fake.stop() };
}

/** Makes sure that nothing is there yet that a rehearsal could destroy. */
async function other(address: string): Promise<RunningServer> {
  const server = {
    address: new URL(address).origin,
    token: REHEARSAL_TFE_TOKEN ?? "",
    unknown: [],
    stop: () => undefined,
  };
  const workspaces = await listOf(server, "organizations/govuk/workspaces");
  if (workspaces.length > 0) {
    throw new Error(
      `REHEARSAL_TFE_ADDRESS: expected an organisation without workspaces, got ${workspaces.length}; name a server for rehearsals`,
    );
  }
  return server;
}

/** A thing as a server shows it. */
export interface Shown extends Reference {
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly relationships?: Readonly<Record<string, { readonly data: Reference }>>;
}

async function ask<Answer>({ address, token }: Server, path: string, body?: object): Promise<Answer> {
  const response = await fetch(`${address}/api/v2/${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/vnd.api+json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) {
    throw new Error(`${path}: expected an answer, got ${response.status}`);
  }
  return (await response.json()) as Answer;
}

const make = (server: Server, path: string, type: string, attributes: object): Promise<unknown> =>
  ask(server, path, { data: { type, attributes } });

/** Lists what an organisation has of a kind. */
export const listOf = async (server: Server, path: string): Promise<readonly Shown[]> =>
  (await ask<{ readonly data: readonly Shown[] }>(server, path)).data;

/** Finds a thing by its name, as a person with a browser would. */
export const named = async (server: Server, path: string, name: string): Promise<Shown | undefined> =>
  (await listOf(server, path)).find(({ attributes }) => attributes.name === name);
