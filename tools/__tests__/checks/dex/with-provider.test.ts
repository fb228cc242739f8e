import { expect, test } from "vitest";
import type { SignIn } from "../../../checks/dex/sign-in";
import { connectorsOf, withProvider } from "../../../checks/dex/with-provider";
import { asMap, type JsonMap } from "../../../terraform-json/json-map";

const signInWith = (...connectors: JsonMap[]): SignIn => ({
  stack: "cluster-services-test",
  config: { connectors },
  variables: {},
  host: "dex.example.org",
  clients: [],
});

test("gives Dex a provider that answers at the address that it names", async () => {
  const config = { issuer: "https://login.example.org", clientID: "$OIDC_CLIENT_ID" };

  await withProvider(signInWith({ type: "oidc", config }), async (given) => {
    const { issuer, clientID } = asMap(connectorsOf(given)[0]!.config);
    const answer = await fetch(`${String(issuer)}/.well-known/openid-configuration`);

    expect(clientID).toBe("$OIDC_CLIENT_ID");
    expect(await answer.json()).toMatchObject({
      issuer,
      authorization_endpoint: `${String(issuer)}/authorize`,
    });
  });
});

test("leaves other connectors as they are", async () => {
  const signIn = signInWith({ type: "github", config: {} });

  expect(await withProvider(signIn, (given) => Promise.resolve(given))).toBe(signIn);
});
