import type { HelmValues } from "../../constructs/helm-values";

/** Members of groups at a provider of OpenID Connect, who may sign in. */
export interface OidcSignIn {
  readonly kind: "oidc";
  readonly name: string;

  /** Address of the provider. */
  readonly issuer: string;

  /** Groups whose members may sign in. */
  readonly groups: readonly string[];

  /** @default "groups" */
  readonly groupsClaim?: string;

  /** @default - `profile` and `email` */
  readonly scopes?: readonly string[];

  /**
   * Accepts e-mail addresses that the provider does not call verified.
   *
   * @default false
   */
  readonly unverifiedEmails?: boolean;

  /** The Kubernetes Secret with the `clientID` and `clientSecret` of the application at the provider. */
  readonly credentialsSecret: string;
}

/**
 * The part of Dex's configuration that leaves signing in to a provider of OpenID Connect.
 *
 * @see https://dexidp.io/docs/connectors/oidc
 */
export const oidcConfig = (issuer: string, provider: OidcSignIn): HelmValues => ({
  connectors: [
    {
      type: "oidc",
      id: "oidc",
      name: provider.name,
      config: {
        issuer: provider.issuer,
        clientID: "$OIDC_CLIENT_ID",
        clientSecret: "$OIDC_CLIENT_SECRET",
        redirectURI: `${issuer}/callback`,
        scopes: [...(provider.scopes ?? ["profile", "email"])],
        // Dex calls groups insecure since a session keeps those that it began with; sessions here end after 12 hours.
        insecureEnableGroups: true,
        allowedGroups: [...provider.groups],
        claimMapping: { groups: provider.groupsClaim ?? "groups" },
        ...(provider.unverifiedEmails && { insecureSkipEmailVerified: true }),
      },
    },
  ],
});
