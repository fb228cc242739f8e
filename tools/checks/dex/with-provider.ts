import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { asMap, type JsonMap } from "../../terraform-json/json-map";
import type { SignIn } from "./sign-in";

/**
 * Gives Dex a provider of OpenID Connect to ask, which knows its own addresses and nobody. Dex does not start without
 * an answer of its provider. Other settings are used as they are.
 */
export async function withProvider<T>(signIn: SignIn, use: (signIn: SignIn) => Promise<T>): Promise<T> {
  const [connector] = connectorsOf(signIn);
  if (connector?.type !== "oidc") {
    return use(signIn);
  }
  const server = createServer((request, response) => {
    const issuer = `http://${request.headers.host}`;
    response.writeHead(200, { "content-type": "application/json" }).end(
      JSON.stringify({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        response_types_supported: ["code"],
        subject_types_supported: ["public"],
        id_token_signing_alg_values_supported: ["RS256"],
      }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const config = { ...asMap(connector.config), issuer };
    return await use({ ...signIn, config: { ...signIn.config, connectors: [{ ...connector, config }] } });
  } finally {
    server.close();
  }
}

/** Connectors of Dex's configuration to providers. */
export const connectorsOf = ({ config }: Pick<SignIn, "config">): readonly JsonMap[] =>
  ((config.connectors ?? []) as readonly unknown[]).map(asMap);
