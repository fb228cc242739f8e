import { describe, expect, it } from "vitest";
import { dexConfig, dexEnvironment } from "../../../src/addons/dex/config";
import { dexNetwork } from "../../../src/addons/dex/network";
import type { OidcSignIn } from "../../../src/addons/dex/oidc";
import type { SamlSignIn } from "../../../src/addons/dex/saml";
import type { DexUsers } from "../../../src/addons/dex/users";
import { SAML_CERTIFICATE } from "../../../tools/samples/saml-certificate";
import type { Block } from "../../support/terraform";

const issuer = "https://dex.example.org";

const oidc: OidcSignIn = {
  kind: "oidc",
  name: "Entra ID",
  issuer: "https://login.example.org/v2.0",
  groups: ["platform", "readers"],
  credentialsSecret: "example-dex-oidc",
};

const saml: SamlSignIn = {
  kind: "saml",
  name: "Login",
  ssoUrl: "https://login.example.org/saml2",
  ssoIssuer: "https://login.example.org",
  certificate: SAML_CERTIFICATE,
  groups: ["platform"],
};

const configOf = (users: DexUsers) => dexConfig({ issuer, users, clients: [], kubernetes: false }) as Block;
const connectorOf = (users: DexUsers): Block => configOf(users).connectors[0];
const variablesOf = (users: DexUsers) => dexEnvironment({ issuer, users, clients: [], kubernetes: false });
const peersOf = ({ kind }: OidcSignIn | SamlSignIn) =>
  dexNetwork({ provider: { kind } }).calls!.map(({ with: peer }) => peer);

describe("a provider of OpenID Connect", () => {
  it("admits members of the groups alone, by the claim that has them", () => {
    expect(connectorOf(oidc)).toMatchObject({
      type: "oidc",
      name: "Entra ID",
      config: {
        issuer: oidc.issuer,
        redirectURI: "https://dex.example.org/callback",
        insecureEnableGroups: true,
        allowedGroups: ["platform", "readers"],
        claimMapping: { groups: "groups" },
        scopes: ["profile", "email"],
      },
    });
    expect(connectorOf({ ...oidc, groupsClaim: "roles" }).config.claimMapping).toEqual({ groups: "roles" });
  });

  it("is known by credentials that the configuration does not have", () => {
    expect(connectorOf(oidc).config).toMatchObject({
      clientID: "$OIDC_CLIENT_ID",
      clientSecret: "$OIDC_CLIENT_SECRET",
    });
    expect(variablesOf(oidc)).toContainEqual({
      name: "OIDC_CLIENT_SECRET",
      valueFrom: { secretKeyRef: { name: "example-dex-oidc", key: "clientSecret" } },
    });
  });

  it("is believed about e-mail addresses only as far as it calls them verified, unless trusted", () => {
    expect(connectorOf(oidc).config).not.toHaveProperty("insecureSkipEmailVerified");
    expect(connectorOf({ ...oidc, unverifiedEmails: true }).config.insecureSkipEmailVerified).toBe(true);
  });

  it("is called by Dex over the internet", () => {
    expect(peersOf(oidc)).toContain("internet");
  });
});

describe("a provider of SAML", () => {
  it("admits members of the groups alone, by signed responses of the provider", () => {
    const { config } = connectorOf(saml);

    expect(config).toMatchObject({
      ssoURL: saml.ssoUrl,
      ssoIssuer: saml.ssoIssuer,
      redirectURI: "https://dex.example.org/callback",
      allowedGroups: ["platform"],
      groupsAttr: "groups",
    });
    expect(Buffer.from(String(config.caData), "base64").toString()).toBe(SAML_CERTIFICATE);
    expect(config).not.toHaveProperty("insecureSkipSignatureValidation");
  });

  it("needs no secret, and no way out", () => {
    expect(variablesOf(saml)).toEqual([]);
    expect(peersOf(saml)).not.toContain("internet");
  });
});
