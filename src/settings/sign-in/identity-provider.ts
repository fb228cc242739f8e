import { z } from "zod";
import { exactObject } from "../checking/exact-object";

const text = z.string();
const reason = exactObject({ reason: text });

/** Provider that speaks OpenID Connect: Entra ID, Okta, Keycloak, Google. */
const OIDC = exactObject({
  oidc: exactObject({
    /** Name on the page that users sign in at, such as `Entra ID`. */
    name: text,

    /** Address of the provider, such as `https://login.microsoftonline.com/<tenant>/v2.0`. */
    issuer: text,

    /**
     * Claim with the groups of a user.
     *
     * @default "groups"
     */
    groupsClaim: text.optional(),

    /**
     * Scopes beside `openid`.
     *
     * @default - `profile` and `email`
     */
    scopes: z.array(text).readonly().optional(),

    /**
     * Trust in e-mail addresses for which the provider sends no `email_verified`, such as Entra ID's; `false` for none.
     *
     * @default false
     */
    unverifiedEmails: z.union([reason, z.literal(false)]).optional(),
  }),
});

/** Provider that speaks SAML 2.0. Dex warns that its part for SAML is not maintained: OpenID Connect comes first. */
const SAML = exactObject({
  saml: exactObject({
    /** Name on the page that users sign in at. */
    name: text,

    /** Address to which a browser posts the request to sign in. */
    ssoUrl: text,

    /** Name by which the provider calls itself in its responses. */
    ssoIssuer: text,

    /** Certificate in PEM that verifies the signature of responses. It is public. */
    certificate: text,

    /** @default "name" */
    usernameAttribute: text.optional(),

    /** @default "email" */
    emailAttribute: text.optional(),

    /** @default "groups" */
    groupsAttribute: text.optional(),
  }),
});

/** Program that knows who users are. */
export const IDENTITY_PROVIDER = z.union([z.literal("github"), OIDC, SAML], {
  error: () => '"github", { oidc: { … } } or { saml: { … } }',
});

export type IdentityProvider = z.output<typeof IDENTITY_PROVIDER>;
export type OidcProvider = z.output<typeof OIDC>["oidc"];
export type SamlProvider = z.output<typeof SAML>["saml"];

/** True where a provider says of which teams a user is a member; not where one administrator has a password. */
export const hasTeams = ({ signIn }: { readonly signIn: string | object }): boolean =>
  typeof signIn === "string" || !("password" in signIn);

/** Name of a provider on a page that users sign in at; of none, Dex's own. */
export const providerName = (signIn: IdentityProvider | { readonly password: true }): string => {
  if (signIn === "github") {
    return "GitHub";
  }
  return "oidc" in signIn ? signIn.oidc.name : "saml" in signIn ? signIn.saml.name : "Dex";
};
