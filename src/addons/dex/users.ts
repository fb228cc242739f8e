import type { HelmValues } from "../../constructs/helm-values";
import { ADMINISTRATOR_SECRET, type Administrator, administratorConfig } from "./administrator";
import { gitHubConfig, type GitHubSignIn } from "./github";
import { oidcConfig, type OidcSignIn } from "./oidc";
import { samlConfig, type SamlSignIn } from "./saml";

/** Provider that knows who users are. */
export type ProviderSignIn = GitHubSignIn | OidcSignIn | SamlSignIn;

/** Users who sign in: members of groups at a provider, or one administrator with a password. */
export type DexUsers = ProviderSignIn | Administrator;

/** The part of Dex's configuration that knows users. */
export function usersConfig(issuer: string, users: DexUsers): HelmValues {
  switch (users.kind) {
    case "github":
      return gitHubConfig(issuer, users);
    case "oidc":
      return oidcConfig(issuer, users);
    case "saml":
      return samlConfig(issuer, users);
    case "administrator":
      return administratorConfig(users);
  }
}

/** Environment variables of that part, each with its Kubernetes Secret and the key in it. */
export function usersVariables(users: DexUsers): readonly SecretVariable[] {
  switch (users.kind) {
    case "github":
    case "oidc":
      return credentialVariables(users.kind.toUpperCase(), users.credentialsSecret);
    case "saml":
      return [];
    case "administrator":
      return [{ name: "ADMINISTRATOR_PASSWORD_HASH", secret: ADMINISTRATOR_SECRET, key: "hash" }];
  }
}

/** Environment variable whose value is a key of a Secret. */
export interface SecretVariable {
  readonly name: string;
  readonly secret: string;
  readonly key: string;
}

/** Variables of the id and the secret of an application at a provider, or of a client of Dex. */
export const credentialVariables = (prefix: string, secret: string): SecretVariable[] => [
  { name: `${prefix}_CLIENT_ID`, secret, key: "clientID" },
  { name: `${prefix}_CLIENT_SECRET`, secret, key: "clientSecret" },
];
