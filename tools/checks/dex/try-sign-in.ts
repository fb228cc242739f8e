import { asMap } from "../../terraform-json/json-map";
import { connectorsOf } from "./with-provider";
import { type Client, PASSWORD, type SignIn } from "./sign-in";

interface Page {
  readonly status: number;

  /** Address that the browser ends at. */
  readonly url: URL;

  /** Text of the page; empty where the browser leaves Dex. */
  readonly text: string;
}

/** Signs in to every client as far as possible without the provider, and returns the problems. */
export async function trySignIn(signIn: SignIn, address: string): Promise<string[]> {
  const dex = new Browser(address, String(signIn.config.issuer));
  const issuer = await issuerSaidBy(address);
  const expected = `https://${signIn.host}`;
  const findings =
    issuer === expected ? [] : [`the issuer is ${issuer}, and its Ingress answers at ${expected}`];
  for (const client of signIn.clients) {
    const problems = [...(await tryClient(client, signIn, dex)), ...(await tryStranger(client, dex))];
    findings.push(...problems.map((problem) => `client ${client.name} ${problem}`));
  }
  return findings;
}

async function issuerSaidBy(address: string): Promise<string> {
  const answer = await fetch(`${address}/.well-known/openid-configuration`);
  return ((await answer.json()) as { issuer: string }).issuer;
}

async function tryClient(client: Client, signIn: SignIn, dex: Browser): Promise<string[]> {
  const { config, variables } = signIn;
  const { status, url, text } = await dex.open(signInPath(client));
  const [connector] = connectorsOf(signIn);
  const provider = asMap(connector?.config);
  if (
    url.host === "github.com" ||
    (connector?.type === "oidc" && url.href.startsWith(`${String(provider.issuer)}/`))
  ) {
    const name = url.host === "github.com" ? "GitHub" : "its provider";
    const { client_id: id, redirect_uri: back } = Object.fromEntries(url.searchParams);
    const expected = url.host === "github.com" ? variables.GITHUB_CLIENT_ID : variables.OIDC_CLIENT_ID;
    return [
      ...(id === expected ? [] : [`is sent to ${name} as the OAuth app ${id}`]),
      ...(back === `${String(config.issuer)}/callback` ? [] : [`comes back from ${name} to ${back}`]),
      ...(await trySecret(client, "no-code-of-dex", dex)),
    ];
  }
  if (connector?.type === "saml") {
    return [
      ...(status === 200 && text.includes(String(provider.ssoURL))
        ? []
        : [`is not sent on to ${String(provider.ssoURL)}: Dex answers ${status} at ${url.pathname}`]),
      ...(await trySecret(client, "no-code-of-dex", dex)),
    ];
  }
  if (status !== 200 || !url.pathname.endsWith("/login")) {
    return [`cannot begin to sign in: Dex answers ${status} at ${url.pathname}`];
  }
  const [administrator] = config.staticPasswords as readonly { email: string }[];
  const { url: end } = await dex.submit(url, { login: administrator?.email ?? "", password: PASSWORD });
  const code = end.searchParams.get("code");
  return code !== null && end.href.startsWith(`${client.redirectUri}?`)
    ? trySecret(client, code, dex)
    : [`is not reached once the administrator has signed in, but ${end.href}`];
}

/** Problem if the client cannot authenticate: Dex checks its secret before it checks the code. */
async function trySecret({ id, secret, redirectUri }: Client, code: string, dex: Browser): Promise<string[]> {
  const error = await dex.redeem({ client_id: id, client_secret: secret, redirect_uri: redirectUri, code });
  const wrong = await dex.redeem({
    client_id: id,
    client_secret: `${secret}-`,
    redirect_uri: redirectUri,
    code,
  });
  return [
    ...(error === "invalid_client" ? ["is not known by its secret"] : []),
    ...(wrong === "invalid_client" ? [] : ["is believed with a wrong secret"]),
  ];
}

/** Problem if another address than the client's gets a code. */
async function tryStranger(client: Client, dex: Browser): Promise<string[]> {
  const redirectUri = `${client.redirectUri}/elsewhere`;
  const { status } = await dex.open(signInPath({ ...client, redirectUri }));
  return status === 400 ? [] : [`may be sent to ${redirectUri}: Dex answers ${status}, not 400`];
}

function signInPath({ id, redirectUri }: Pick<Client, "id" | "redirectUri">): string {
  const request = { client_id: id, redirect_uri: redirectUri, response_type: "code", scope: "openid groups" };
  return `/auth?${new URLSearchParams(request).toString()}`;
}

/** A browser in which the issuer's name leads to the local Dex. */
class Browser {
  constructor(
    private readonly address: string,
    private readonly issuer: string,
  ) {}

  open(path: string): Promise<Page> {
    return this.follow(new URL(path, this.issuer));
  }

  submit(url: URL, form: Record<string, string>): Promise<Page> {
    return this.follow(url, { method: "POST", body: new URLSearchParams(form) });
  }

  /** Exchanges a code, and returns the error. */
  async redeem(form: Record<string, string>): Promise<string | undefined> {
    const body = new URLSearchParams({ ...form, grant_type: "authorization_code" });
    const answer = await fetch(`${this.address}/token`, { method: "POST", body });
    return ((await answer.json()) as { error?: string }).error;
  }

  /** Follows redirects for as long as they lead to Dex. */
  private async follow(url: URL, request: RequestInit = {}): Promise<Page> {
    const here = `${this.address}${url.pathname}${url.search}`;
    const answer = await fetch(here, { ...request, redirect: "manual" });
    const { status, headers } = answer;
    const location = headers.get("location");
    if (location === null) {
      return { status, url, text: await answer.text() };
    }
    const next = new URL(location, url);
    return next.origin === new URL(this.issuer).origin ? this.follow(next) : { status, url: next, text: "" };
  }
}
