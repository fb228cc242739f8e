import { X509Certificate } from "node:crypto";
import { type Path, problem, show } from "../checking/problem";
import { problemsOfReason } from "../checking/reason";
import type { IdentityProvider, OidcProvider, SamlProvider } from "./identity-provider";

/** Problems of a provider that users sign in at. */
export function problemsOfProvider(provider: IdentityProvider, path: Path): string[] {
  if (provider === "github") {
    return [];
  }
  return "oidc" in provider
    ? problemsOfOidc(provider.oidc, [...path, "oidc"])
    : problemsOfSaml(provider.saml, [...path, "saml"]);
}

const problemsOfOidc = ({ name, issuer, scopes, unverifiedEmails }: OidcProvider, path: Path): string[] => [
  ...nameIsThere(name, path),
  ...addressIsHttps(issuer, [...path, "issuer"], "https://login.example.org"),
  ...(scopes?.includes("openid")
    ? [
        problem(
          [...path, "scopes"],
          "scopes beside openid",
          show(scopes),
          "remove openid: Dex always asks for it",
        ),
      ]
    : []),
  ...(unverifiedEmails
    ? problemsOfReason(
        unverifiedEmails.reason,
        [...path, "unverifiedEmails", "reason"],
        "say why the provider's addresses can be trusted",
      )
    : []),
];

const problemsOfSaml = ({ name, ssoUrl, ssoIssuer, certificate }: SamlProvider, path: Path): string[] => [
  ...nameIsThere(name, path),
  ...addressIsHttps(ssoUrl, [...path, "ssoUrl"], "https://login.example.org/saml2"),
  ...(ssoIssuer === ""
    ? [
        problem(
          [...path, "ssoIssuer"],
          "the provider's entity id",
          show(ssoIssuer),
          "copy it from its metadata",
        ),
      ]
    : []),
  ...(isCertificate(certificate)
    ? []
    : [
        problem(
          [...path, "certificate"],
          "a certificate in PEM",
          show(certificate),
          "copy the signing certificate of the provider, from -----BEGIN CERTIFICATE----- to its end",
        ),
      ]),
];

const nameIsThere = (name: string, path: Path): string[] =>
  name.trim() === ""
    ? [
        problem(
          [...path, "name"],
          "a name for the page that users sign in at",
          show(name),
          'such as "Entra ID"',
        ),
      ]
    : [];

const addressIsHttps = (address: string, path: Path, example: string): string[] =>
  URL.canParse(address) && new URL(address).protocol === "https:"
    ? []
    : [problem(path, `an address such as ${example}`, show(address), "begin with https://")];

function isCertificate(text: string): boolean {
  try {
    return new X509Certificate(text).subject !== undefined;
  } catch {
    return false;
  }
}
