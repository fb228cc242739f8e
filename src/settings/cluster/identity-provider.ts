import { z } from "zod";
import { exactObject } from "../checking/exact-object";

/** Provider of OpenID Connect, such as Entra ID or Okta, whose groups have levels of access to a cluster beside IAM roles. */
export const IDENTITY_PROVIDER = exactObject({
  /**
   * Address below which EKS finds `.well-known/openid-configuration`, without a query. AWS reads it from the internet.
   *
   * @see https://docs.aws.amazon.com/eks/latest/APIReference/API_OidcIdentityProviderConfigRequest.html
   */
  issuer: z.string(),

  /** Id of the application at the provider, which its tokens are for. It is no secret. */
  clientId: z.string(),

  /**
   * Claim with the name of a person.
   *
   * @default "email"
   */
  usernameClaim: z.string().optional(),

  /**
   * Claim with the groups of a person.
   *
   * @default "groups"
   */
  groupsClaim: z.string().optional(),
});

/** Provider as its author writes it. */
export type IdentityProviderSettings = z.output<typeof IDENTITY_PROVIDER>;

/** Provider with every setting. */
export type IdentityProviderConfig = Required<IdentityProviderSettings>;

/** Provider over its defaults. */
export const identityProviderWithDefaults = ({
  issuer,
  clientId,
  usernameClaim = "email",
  groupsClaim = "groups",
}: IdentityProviderSettings): IdentityProviderConfig => ({ issuer, clientId, usernameClaim, groupsClaim });
