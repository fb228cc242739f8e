import { setTimeout as pause } from "node:timers/promises";
import { CommandError } from "../../kit/command-error";

/** Place of an organisation's workspaces, and a token for it. */
export interface HcpTerraform {
  readonly hostname: string;
  readonly organization: string;
  readonly token: string;

  /** Ends every wait. Requests under way are finished, so that a run is never made unnoticed. */
  readonly signal: AbortSignal;

  /**
   * Pause between two looks, and before a look that failed is repeated.
   *
   * @default 5000
   */
  readonly milliseconds?: number;

  /** @default - the request of the platform that this runs on */
  readonly request?: typeof fetch;
}

const PAUSE = 5_000;

/** Looks that may fail in a row, which takes five minutes: an apply goes on for longer than most outages last. */
const ATTEMPTS = 60;

/** Waits between two looks. Throws once the signal is given. */
export const nextLook = async ({ milliseconds = PAUSE, signal }: HcpTerraform): Promise<void> => {
  await pause(milliseconds, undefined, { signal });
};

/**
 * Reads an answer of the API. Asks again where the server, not the question, is at fault: a look that fails once must
 * not end a deploy.
 */
export async function read<Answer>(hcp: HcpTerraform, path: string, expected: string): Promise<Answer> {
  const url = urlOf(hcp, path);
  for (let attempt = 1; ; attempt += 1) {
    const response = await send(hcp, url, {}).catch((error: Error) => error);
    if (response instanceof Error) {
      if (attempt < ATTEMPTS) {
        await nextLook(hcp);
        continue;
      }
      throw unanswered(url, response);
    }
    if (response.ok) {
      return (await response.json()) as Answer;
    }
    if (!isTheirFault(response.status) || attempt === ATTEMPTS) {
      throw refused(url, expected, response.status);
    }
    await nextLook(hcp);
  }
}

/**
 * Asks the API for a change. Asks again only where HCP Terraform has not looked at the question: a change that was made
 * and not answered must not be made a second time.
 */
export async function change<Answer>(
  hcp: HcpTerraform,
  path: string,
  body: object,
  expected: string,
): Promise<Answer> {
  const url = urlOf(hcp, path);
  for (let attempt = 1; ; attempt += 1) {
    const response = await send(hcp, url, { method: "POST", body: JSON.stringify(body) }).catch(
      (error: Error) => {
        throw unanswered(url, error);
      },
    );
    if (response.ok) {
      const text = await response.text();
      return (text === "" ? {} : JSON.parse(text)) as Answer;
    }
    if (response.status !== TOO_MANY_REQUESTS || attempt === ATTEMPTS) {
      throw refused(url, expected, response.status);
    }
    await nextLook(hcp);
  }
}

/** Asks a store of logs or configurations, whose address is its own permission. It never gets the token. */
export async function store(
  { request = fetch }: HcpTerraform,
  url: string,
  init: RequestInit = {},
): Promise<string> {
  const response = await request(url, init).catch((error: Error) => error);
  const { host } = new URL(url);
  if (response instanceof Error) {
    throw new CommandError(`${host}: expected an answer, got ${response.message}; try again`);
  }
  if (!response.ok) {
    throw new CommandError(
      `${host}: expected to ${init.method === "PUT" ? "take a configuration" : "show a log"}, got ${response.status}; try again`,
    );
  }
  return response.text();
}

const urlOf = ({ hostname }: HcpTerraform, path: string): string => `https://${hostname}/api/v2/${path}`;

const send = ({ token, request = fetch }: HcpTerraform, url: string, init: RequestInit): Promise<Response> =>
  request(url, {
    ...init,
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/vnd.api+json" },
  });

const TOO_MANY_REQUESTS = 429;

const isTheirFault = (status: number): boolean => status >= 500 || status === TOO_MANY_REQUESTS;

const unanswered = (url: string, { message }: Error): CommandError =>
  new CommandError(`${url}: expected an answer, got ${message}; ${LATER}`);

const refused = (url: string, expected: string, status: number): CommandError =>
  new CommandError(`${url}: expected ${expected}, got ${status}; ${cureOf(status)}`);

const LATER =
  "look at https://status.hashicorp.com, and start this again once HCP Terraform answers: it goes on where this ended";

/** Advice about an answer. HCP Terraform shows a team nothing of what the team has no access to. */
function cureOf(status: number): string {
  if (isTheirFault(status)) {
    return LATER;
  }
  switch (status) {
    case 401:
      return "make the team's token anew and store it (docs/deploying.md)";
    case 403:
    case 404:
      return "it is not there, or the token's team has no access to it: apply tfc-configuration, which makes workspaces and gives teams access (docs/terraform-cloud.md)";
    default:
      return "look at the workspace in HCP Terraform, which refuses this as things are there, and start this again";
  }
}
