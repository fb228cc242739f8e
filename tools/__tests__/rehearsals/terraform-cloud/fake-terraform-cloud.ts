import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type Answer, type Body, NOT_FOUND, refuse, type Route } from "./answers";
import { ORGANISATION_ROUTES } from "./organisation-routes";
import { Records } from "./records";
import { STATE_ROUTES } from "./state-routes";
import { WORKSPACE_ROUTES } from "./workspace-routes";

/** Token of an owner of the organisation. */
export const TOKEN = "token-of-an-owner";

/** Addresses that are their own permission, as those of HCP Terraform's stores are. */
const STORES = ["states/", "json-states/"];

const ROUTES = [...ORGANISATION_ROUTES, ...WORKSPACE_ROUTES, ...STATE_ROUTES].map(
  ([question, handle]: Route) => ({
    pattern: new RegExp(`^${question.replaceAll("*", "([^/]+)")}$`),
    handle,
  }),
);

/**
 * The part of HCP Terraform's API that the provider `tfe` and Terraform's own backend ask for these stacks. It keeps what
 * it is given, fills in HCP Terraform's defaults, and refuses what HCP Terraform refuses.
 *
 * @see https://developer.hashicorp.com/terraform/cloud-docs/api-docs
 */
export class FakeTerraformCloud {
  readonly records = new Records();

  /** Questions to which it has no answer: what it lacks, not what is not there. */
  readonly unknown: string[] = [];

  private constructor(private readonly server: Server) {}

  static async start(): Promise<FakeTerraformCloud> {
    const server = createServer();
    const fake = new FakeTerraformCloud(server);
    server.on("request", (request, response) => void fake.respond(request, response));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return fake;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private async respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { status, body } = this.answer(request, await bodyOf(request));
    response.writeHead(status, { "Content-Type": "application/vnd.api+json", "TFP-API-Version": "2.6" });
    response.end(body === undefined ? undefined : JSON.stringify(body));
  }

  private answer({ method = "", url = "", headers }: IncomingMessage, body: Body): Answer {
    const { pathname, searchParams } = new URL(url, this.address);
    const path = pathname.replace("/api/v2/", "");
    if (headers.authorization !== `Bearer ${TOKEN}` && !STORES.some((store) => path.startsWith(store))) {
      return refuse(401, "unauthorized");
    }
    const question = `${method} ${path}`;
    for (const { pattern, handle } of ROUTES) {
      const match = pattern.exec(question);
      if (match !== null) {
        const ids = match.slice(1).map(decodeURIComponent);
        return handle({ records: this.records, ids, query: searchParams, body, address: this.address });
      }
    }
    this.unknown.push(question);
    return NOT_FOUND;
  }
}

async function bodyOf(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
  }
  const text = Buffer.concat(chunks).toString();
  return text === "" ? {} : (JSON.parse(text) as Body);
}
