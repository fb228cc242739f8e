import { z } from "zod";
import { section } from "../../settings/addon-definition/section";
import { listOf } from "../../settings/checking/exact-object";

/**
 * Addresses of authorities that issue certificates by ACME. Nothing trusts those of the staging service, whose limits are
 * wide enough to try things out.
 *
 * @see https://letsencrypt.org/docs/staging-environment/
 */
export const AUTHORITIES = {
  letsencrypt: "https://acme-v02.api.letsencrypt.org/directory",
  "letsencrypt-staging": "https://acme-staging-v02.api.letsencrypt.org/directory",
} as const;

export const ISSUER = section({
  /** Authority that signs the certificates. */
  authority: z.enum(["letsencrypt", "letsencrypt-staging"]),

  /** Address at which the authority reaches the holder of the account. */
  email: z.string(),
});

/** An issuer of certificates for the names of the cluster's zone. */
export type IssuerConfig = Readonly<z.infer<typeof ISSUER>>;

export const CERTIFICATE = section({
  /** Names for which it is valid, all in the cluster's zone. One may begin with `*.`. */
  names: listOf(z.string()),

  /**
   * Issuer that it comes from.
   *
   * @default "letsencrypt"
   */
  issuer: z.string().optional(),
});

/** A certificate in a Secret, renewed before it expires. */
export type CertificateConfig = Readonly<z.infer<typeof CERTIFICATE>>;

/** Issuer of certificates that name none. */
export const USUAL_ISSUER = "letsencrypt";
