import { createServer } from "node:http";
import type { JsonMap } from "../../../terraform-json/json-map";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { PASSWORD, type SignIn } from "../../../checks/dex/sign-in";
import { trySignIn } from "../../../checks/dex/try-sign-in";

const ISSUER = "https://dex.example.org";
const CLIENT = {
  name: "grafana",
  id: "the id",
  secret: "the secret",
  redirectUri: "https://grafana.example.org/login",
};

const signIn: SignIn = {
  stack: "cluster-services-test",
  config: { issuer: ISSUER, staticPasswords: [{ email: "administrator@example.org" }] },
  variables: { GITHUB_CLIENT_ID: "the app", OIDC_CLIENT_ID: "the app" },
  host: "dex.example.org",
  clients: [CLIENT],
};

interface Behaviour {
  readonly issuer: string;
  readonly app: string;
  readonly users: "github" | "administrator" | "oidc" | "saml";
  readonly password: string;
  readonly redirectUris: readonly string[];
  readonly secrets: readonly string[];
}

/** Findings with a program that does as Dex does, but for the given behaviour. */
async function findingsWith(behaviour: Partial<Behaviour>, connector?: JsonMap): Promise<string[]> {
  const dex: Behaviour = {
    issuer: ISSUER,
    app: "the app",
    users: "github",
    password: PASSWORD,
    redirectUris: [CLIENT.redirectUri],
    secrets: [CLIENT.secret],
    ...behaviour,
  };
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => (body += String(chunk)));
    request.on("end", () => {
      const { pathname, searchParams } = new URL(request.url!, ISSUER);
      const [status, location, json] = answer(dex, pathname, searchParams, new URLSearchParams(body));
      response.writeHead(status, location ? { location } : {}).end(JSON.stringify(json ?? {}));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const config = connector ? { ...signIn.config, connectors: [connector] } : signIn.config;
  return trySignIn({ ...signIn, config }, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
}

type Answer = readonly [status: number, location?: string, json?: object];

function answer(dex: Behaviour, path: string, query: URLSearchParams, form: URLSearchParams): Answer {
  switch (path) {
    case "/.well-known/openid-configuration":
      return [200, undefined, { issuer: dex.issuer }];
    case "/auth":
      return dex.redirectUris.includes(query.get("redirect_uri")!) ? [302, `/auth/${dex.users}`] : [400];
    case "/auth/github":
      return [
        302,
        `https://github.com/login?client_id=${encodeURIComponent(dex.app)}&redirect_uri=${ISSUER}/callback`,
      ];
    case "/auth/oidc":
      return [
        302,
        `${PROVIDER}/authorize?client_id=${encodeURIComponent(dex.app)}&redirect_uri=${ISSUER}/callback`,
      ];
    case "/auth/saml":
      return [200, undefined, { action: "https://login.example.org/saml2" }];
    case "/auth/administrator":
      return [302, "/auth/administrator/login"];
    case "/auth/administrator/login": {
      const isRight =
        form.get("login") === "administrator@example.org" && form.get("password") === dex.password;
      return isRight ? [303, `${CLIENT.redirectUri}?code=1`] : [200];
    }
    case "/token":
      return [
        401,
        undefined,
        { error: dex.secrets.includes(form.get("client_secret")!) ? "invalid_grant" : "invalid_client" },
      ];
    default:
      return [404];
  }
}

test.each(["github", "administrator"] as const)("finds nothing where people sign in as %s", async (users) => {
  expect(await findingsWith({ users })).toEqual([]);
});

test("finds an issuer that is not where Dex is reached", async () => {
  expect(await findingsWith({ issuer: "https://dex.example.com" })).toEqual([
    "the issuer is https://dex.example.com, and its Ingress answers at https://dex.example.org",
  ]);
});

test("finds a redirect address that Dex does not take", async () => {
  expect(await findingsWith({ redirectUris: [] })).toEqual([
    "client grafana cannot begin to sign in: Dex answers 400 at /auth",
  ]);
});

test("finds that a code could be sent to somebody else", async () => {
  const redirectUris = [CLIENT.redirectUri, `${CLIENT.redirectUri}/elsewhere`];

  expect(await findingsWith({ redirectUris })).toEqual([
    "client grafana may be sent to https://grafana.example.org/login/elsewhere: Dex answers 302, not 400",
  ]);
});

test("finds a secret that Dex does not know", async () => {
  expect(await findingsWith({ secrets: [] })).toEqual(["client grafana is not known by its secret"]);
});

test("finds that any secret will do", async () => {
  expect(await findingsWith({ secrets: [CLIENT.secret, `${CLIENT.secret}-`] })).toEqual([
    "client grafana is believed with a wrong secret",
  ]);
});

test("finds that GitHub would be asked by another app", async () => {
  expect(await findingsWith({ app: "" })).toEqual(["client grafana is sent to GitHub as the OAuth app "]);
});

test("finds that the administrator's password is not taken", async () => {
  expect(await findingsWith({ users: "administrator", password: "another" })).toEqual([
    "client grafana is not reached once the administrator has signed in, but https://dex.example.org/auth/administrator/login",
  ]);
});

const PROVIDER = "http://127.0.0.1:1";

test("finds nothing where a provider of OpenID Connect knows the application", async () => {
  const oidc = { type: "oidc", config: { issuer: PROVIDER } };

  expect(await findingsWith({ users: "oidc" }, oidc)).toEqual([]);
  expect(await findingsWith({ users: "oidc", app: "another" }, oidc)).toEqual([
    "client grafana is sent to its provider as the OAuth app another",
  ]);
});

test("finds a page that does not send the browser on to the provider of SAML", async () => {
  const saml = (ssoURL: string) => ({ type: "saml", config: { ssoURL } });

  expect(await findingsWith({ users: "saml" }, saml("https://login.example.org/saml2"))).toEqual([]);
  expect(await findingsWith({ users: "saml" }, saml("https://login.example.org/other"))).toEqual([
    "client grafana is not sent on to https://login.example.org/other: Dex answers 200 at /auth/saml",
  ]);
});
