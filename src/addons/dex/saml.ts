import type { HelmValues } from "../../constructs/helm-values";

/** Members of groups at a provider of SAML 2.0, who may sign in. */
export interface SamlSignIn {
  readonly kind: "saml";
  readonly name: string;

  /** Address to which a browser posts the request to sign in. */
  readonly ssoUrl: string;

  /** Name by which the provider calls itself. */
  readonly ssoIssuer: string;

  /** Certificate in PEM that verifies responses. */
  readonly certificate: string;

  /** Groups whose members may sign in. */
  readonly groups: readonly string[];

  /** @default "name" */
  readonly usernameAttribute?: string;

  /** @default "email" */
  readonly emailAttribute?: string;

  /** @default "groups" */
  readonly groupsAttribute?: string;
}

/**
 * The part of Dex's configuration that leaves signing in to a provider of SAML 2.0. The browser carries all messages, so
 * that Dex calls nothing and needs no secret.
 *
 * @see https://dexidp.io/docs/connectors/saml
 */
export const samlConfig = (issuer: string, provider: SamlSignIn): HelmValues => ({
  connectors: [
    {
      type: "saml",
      id: "saml",
      name: provider.name,
      config: {
        ssoURL: provider.ssoUrl,
        ssoIssuer: provider.ssoIssuer,
        entityIssuer: `${issuer}/callback`,
        redirectURI: `${issuer}/callback`,
        caData: Buffer.from(provider.certificate).toString("base64"),
        usernameAttr: provider.usernameAttribute ?? "name",
        emailAttr: provider.emailAttribute ?? "email",
        groupsAttr: provider.groupsAttribute ?? "groups",
        allowedGroups: [...provider.groups],
        filterGroups: true,
      },
    },
  ],
});
